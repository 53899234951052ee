// Everything that the first sight does without: the write path, what comes after an answer, and the words for it.

import { newWin } from '@core/domain/win.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { actAt } from '@core/kernel/local-day.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { openLedger, writePath } from '@core/store/ledger.ts';
import type { Surroundings } from '@core/store/vault.ts';
import messages from '@i18n/en.json?areas=app,face,answer,moment,win,cel,error,fault';
import { createWords } from '@i18n/translate.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { createFaceActs } from './acts.ts';
import { LockedSheet } from './locked-sheet.tsx';
import { MomentView } from './moment-view.tsx';
import { QuickWinSheet } from './quick-win-sheet.tsx';
import type { FaceSource, Later } from './source.ts';

export interface LaterHere extends Later {
  /** For a page that needs the long way to what the short way could not read. */
  ledger(): ReturnType<typeof openLedger>;
  catchWin: FaceSource['catchWin'];
}

export function createLater(surroundings: Surroundings, locale: string): LaterHere {
  let opening: ReturnType<typeof openLedger> | undefined;
  const ledger: LaterHere['ledger'] = async () => {
    opening ??= openLedger(surroundings);
    const [opened] = await Promise.all([opening, writePath().catch(() => {})]);
    if (!opened.ok) opening = undefined;
    return opened;
  };
  return {
    words: createWords(locale, messages),
    FaultNotice,
    MomentView,
    QuickWinSheet,
    LockedSheet,
    ledger,
    async catchWin(input) {
      const { catchEdit } = await import('@core/store/caught.ts');
      const edit = newWin(input, actAt(systemClock), systemRandom.uuid());
      return catchEdit(surroundings.connection, edit, systemRandom);
    },
    async acts() {
      const result = await ledger();
      return result.ok ? { ok: true, value: createFaceActs(result.value, systemClock, systemRandom) } : result;
    },
  };
}
