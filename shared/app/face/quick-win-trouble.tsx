// What can be wrong with a quick win, with the words for it: fetched only when something is.

import type { Fault } from '@core/vault/fault.ts';
import messages from '@i18n/en.json?areas=app,error,fault';
import { createWords, type MessageKey } from '@i18n/translate.ts';
import { HeldBack } from '@ui/parts/held-back.tsx';
import type { Holding } from '@ui/parts/holding.ts';
import { useWords, WordsContext } from '@ui/words.ts';
import { useMemo } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { Wrong } from './source.ts';

export type QuickWinError = MessageKey extends infer Key ? (Key extends `error.${infer Tag}` ? Tag : never) : never;

interface QuickWinTroubleProps {
  /** What is wrong with the words themselves. */
  readonly error?: QuickWinError | undefined;
  /** What came in and was too much for the field. */
  readonly holding?: Holding;
  readonly fault?: Wrong | undefined;
  readonly onRetry?: () => void;
}

export function QuickWinTrouble({ error, holding, fault, onRetry }: QuickWinTroubleProps) {
  const { locale } = useWords();
  const words = useMemo(() => createWords(locale, messages), [locale]);
  return (
    <WordsContext.Provider value={words}>
      {error && words(`error.${error}`)}
      {holding && <HeldBack holding={holding} />}
      {fault && isOfStorage(fault) && <FaultNotice fault={fault} onRetry={onRetry} />}
    </WordsContext.Provider>
  );
}

const isOfStorage = (fault: Wrong): fault is Fault => fault.type !== 'notLoaded';
