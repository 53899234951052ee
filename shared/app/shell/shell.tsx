// The frame around every page: where one is, where one can go, help and the way out always in reach.

import { useWords } from '@ui/words.ts';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApplication } from '../application.ts';
import { mayCover } from '../cover/may-cover.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { createPageTurner } from '../page-turner.ts';
import { useFetchedWithWords } from '../use-fetched-with-words.ts';
import { Navigation } from './navigation.tsx';
import { ShellNotices } from './shell-notices.tsx';
import { TopBar } from './top-bar.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useTheme } from './use-theme.ts';
import './shell.css';

const fetchCover = async () => (await import('../cover/cover.tsx')).Cover;

interface ShellProps {
  readonly replaced: boolean;
}

export function Shell({ replaced }: ShellProps) {
  const t = useWords();
  const { router, language, covered, today } = useApplication();
  const turner = useMemo(() => createPageTurner(router, language), [router, language]);
  useEffect(() => turner.stop, [turner]);
  useTheme();

  const open = turner.open.value;
  // Before the first questions are answered there are no other places to go to.
  const begun = today.reading.value.value?.settings.started !== false;
  const isStart = open?.name === 'start' || open?.name === 'before' || (open?.name === 'settings/restore' && !begun);
  const main = useRef<HTMLElement>(null);
  const before = useRef(open?.Component);
  useEffect(() => {
    // A new page begins at its top, with its name read out; the first one leaves the focus where it was.
    if (before.current && before.current !== open?.Component) {
      scrollTo(0, 0);
      main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    before.current = open?.Component;
  }, [open?.Component]);

  const Cover = useFetchedWithWords(mayCover(today.reading.value.value?.settings), fetchCover);
  const isCovered = covered.value && router.page.value !== 'help';
  // Before the first "Show" no page is made; afterwards it stays behind the cover, with what was being typed.
  const wasShown = useRef(false);
  wasShown.current ||= !covered.value;

  return (
    <>
      {typeof Cover === 'function' && <Cover on={isCovered} />}
      {Cover === 'missing' && isCovered && <FaultNotice fault={{ type: 'replaced' }} />}
      {(wasShown.current || !isCovered) && (
        <div class="shell" inert={isCovered}>
          <button type="button" class="button visually-hidden shell-skip" onClick={() => main.current?.focus()}>
            {t('app.skip')}
          </button>
          <TopBar />
          {!isStart && <Navigation page={router.page.value} />}
          <main class="shell-main" ref={main} tabIndex={-1}>
            <ShellNotices replaced={replaced} />
            {turner.missing.value && <FaultNotice fault={{ type: 'replaced' }} />}
            {open && <open.Component />}
          </main>
          <UndoBar />
        </div>
      )}
    </>
  );
}
