// The quick win of a new tab: the same field and list as in the popup, on a sheet over the page.

import type { WinType } from '@core/domain/win.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { Dialog } from '@ui/parts/dialog.tsx';
import { useWords } from '@ui/words.ts';
import type { FaceActs } from './acts.ts';
import { QuickWin } from './quick-win.tsx';
import type { Later } from './source.ts';

interface QuickWinSheetProps {
  readonly day: LocalDay;
  readonly acts: Later['acts'];
  readonly onSaved: (win: WinType, id: string, acts: FaceActs) => void;
  readonly onClose: () => void;
}

export function QuickWinSheet({ day, acts, onSaved, onClose }: QuickWinSheetProps) {
  const t = useWords();
  let opened: FaceActs | undefined;
  return (
    <Dialog
      open
      lightDismiss={false} // a press beside it would throw a typed note away
      title={t('moment.winAsk')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('moment.close')}</Button>}
    >
      <QuickWin
        labelHidden
        day={day}
        onLog={async (input) => {
          const result = await acts();
          if (!result.ok) return result;
          opened = result.value;
          return opened.logWin(input);
        }}
        onSaved={(win, id) => opened && onSaved(win, id, opened)}
      />
    </Dialog>
  );
}
