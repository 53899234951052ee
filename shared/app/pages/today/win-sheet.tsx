// The sheet of the new tab for a quick win, fetched when it is opened.

import type { LocalDay } from '@core/kernel/local-day.ts';
import { ok } from '@core/kernel/result.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import type { FaceActs } from '../../face/acts.ts';
import type { Moment } from '../../face/moment.ts';
import type { QuickWinSheet } from '../../face/quick-win-sheet.tsx';

interface WinSheetProps {
  readonly day: LocalDay;
  readonly onSaved: (moment: Moment) => Promise<void>;
  readonly onClose: () => void;
}

interface Parts {
  readonly Sheet: typeof QuickWinSheet;
  readonly acts: FaceActs;
}

export function WinSheet({ day, onSaved, onClose }: WinSheetProps) {
  const { ledger, host, language } = useApplication();
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    const load = async () => {
      const [{ QuickWinSheet: Sheet }, { createFaceActs }] = await Promise.all([
        import('../../face/quick-win-sheet.tsx'),
        import('../../face/acts.ts'),
        language.complete(),
      ]);
      setParts({ Sheet, acts: createFaceActs(ledger, host.clock, host.random) });
    };
    load().catch(onClose); // its file is gone: the notice of a newer version says why
  }, [ledger, host, language]);

  if (!parts) return null;
  return (
    <parts.Sheet
      day={day}
      acts={async () => ok(parts.acts)}
      onSaved={(win, of) => void onSaved({ type: 'win', win, of, day })}
      onClose={onClose}
    />
  );
}
