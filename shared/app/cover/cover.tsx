// A calm page before everything of the person's, for those who are not always alone with the screen. Help and the way
// out are in reach; "Show", Enter or the space bar uncover what stands behind it.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApplication } from '../application.ts';
import { safeDestination } from '../face/leave.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { HelpPage } from '../pages/help/help-page.tsx';
import { useFetched } from '../use-fetched.ts';
import { useAway } from './use-away.ts';
import './cover.css';

const fetchHelp = async () => (await import('../pages/help/help-page.tsx')).HelpPage;

export function Cover({ on }: { readonly on: boolean }) {
  useAway();
  const Help = useFetched(true, fetchHelp); // before it is asked for
  return on ? <Sheet Help={Help} /> : null;
}

/** Modal, so that a sheet that was open below it does not keep the keys and the pointer to itself. */
function Sheet({ Help }: { readonly Help: typeof HelpPage | 'missing' | undefined }) {
  const t = useWords();
  const { covered, today } = useApplication();
  const [helping, setHelping] = useState(false);
  const id = useId();
  const sheet = useModal();
  const show = () => {
    covered.value = false;
  };
  useShowKeys(helping ? undefined : show);

  return (
    <dialog ref={sheet} class="cover" closedby="none" aria-labelledby={id}>
      <header class="shell-top">
        <p class="shell-name" id={id}>
          {t('app.name')}
        </p>
        <Button kind="quiet" class="shell-way" aria-expanded={helping} onClick={() => setHelping(!helping)}>
          {t('face.help')}
        </Button>
        <a
          class="button shell-way"
          data-kind="quiet"
          href={safeDestination(today.reading.value.value?.settings.quickHideTo)}
          title={t('face.hideHint')}
          data-leave
        >
          {t('face.hide')}
        </a>
      </header>
      {helping ? (
        <main class="stack shell-main">
          <Button class="cover-close" onClick={() => setHelping(false)}>
            {t('app.close')}
          </Button>
          {Help === 'missing' && <FaultNotice fault={{ type: 'replaced' }} />}
          {typeof Help === 'function' && <Help />}
        </main>
      ) : (
        <main class="stack cover-calm">
          <h1>{t('cover.line')}</h1>
          <Button kind="main" autofocus onClick={show}>
            {t('face.show')}
          </Button>
        </main>
      )}
    </dialog>
  );
}

/** Opens the sheet, keeps it open, and gives the focus back to where it was. */
function useModal() {
  const sheet = useRef<HTMLDialogElement>(null);
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const dialog = sheet.current;
    const open = () => dialog?.showModal();
    const stay = (event: Event) => event.preventDefault();
    open();
    dialog?.addEventListener('cancel', stay);
    dialog?.addEventListener('close', open); // a second Escape closes it without asking
    return () => {
      dialog?.removeEventListener('close', open);
      queueMicrotask(() => giveFocus(before)); // once what was behind it can be focused again
    };
  }, [before]);
  return sheet;
}

function giveFocus(before: Element | null): void {
  const place =
    before !== document.body && before?.isConnected
      ? before
      : (document.querySelector('main h1') ?? document.querySelector('main'));
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}

/** Enter and the space bar show the page wherever the focus is, but on a link or another button they press that. */
function useShowKeys(show: (() => void) | undefined): void {
  useEffect(() => {
    if (!show) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (event.repeat || (event.target instanceof Element && event.target.closest('a, button'))) return;
      event.preventDefault();
      show();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
