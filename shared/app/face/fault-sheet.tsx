// The storage could not be read at all: the sentence and its next step in place of the day.

import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Fault, FaultTag } from '@core/vault/fault.ts';
import { WordsContext } from '@ui/words.ts';
import { LookLine } from './look-line.tsx';
import { NotLoaded } from './not-loaded.tsx';
import type { FaceSource, Wrong } from './source.ts';
import { useLater } from './use-later.ts';

/** The journal has more to say about these, and ways to go on. */
const told: readonly FaultTag[] = ['gone', 'missing', 'unreadable', 'lost'];

interface FaultSheetProps<Said = Wrong> {
  readonly fault: Said;
  readonly source: FaceSource;
  readonly onAgain: () => void;
  /** The day on the screen, where a win can be taken in although the vault is locked. */
  readonly day?: LocalDay;
}

export function FaultSheet({ fault, ...rest }: FaultSheetProps) {
  return fault.type === 'notLoaded' ? <NotLoaded /> : <StorageFault fault={fault} {...rest} />;
}

function StorageFault({ fault, source, onAgain, day }: FaultSheetProps<Fault>) {
  const later = useLater(source);
  if (!later) return null;
  if (later === 'notLoaded') return <NotLoaded />;
  return (
    <WordsContext.Provider value={later.words}>
      {fault.type === 'locked' && day ? (
        <later.LockedSheet day={day} catchWin={source.catchWin} />
      ) : (
        <later.FaultNotice fault={fault} onRetry={onAgain} />
      )}
      {told.includes(fault.type) && <LookLine />}
    </WordsContext.Provider>
  );
}
