// Puts the journal application on a page of a host. The extension's journal page and the web app call nothing else.

import type { Fault } from '@core/vault/fault.ts';
import { HoldContext } from '@ui/unsaved.ts';
import { WordsContext } from '@ui/words.ts';
import { render } from 'preact';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { ApplicationContext } from './application.ts';
import { watchLeaving } from './face/leave.ts';
import { FaultNotice } from './faults/fault-notice.tsx';
import type { Host } from './host.ts';
import { createLanguage, type Language } from './language.ts';
import { createOpening, type Opening } from './opening.ts';
import { Shell } from './shell/shell.tsx';
import { useFetched } from './use-fetched.ts';
import '@ui/base.css';

export function mountApp(host: Host, place: Element): void {
  render(<App host={host} language={createLanguage(navigator.languages)} />, place);
}

/** Where leaving goes; nothing chosen, or nothing open, means a blank page. */
function quickHideOf({ state }: Opening): string | undefined {
  const { value } = state;
  return value.type === 'open' ? value.application.today.reading.value.value?.settings.quickHideTo : undefined;
}

const readOnly: Fault = { type: 'upgrade' };

interface AppProps {
  readonly host: Host;
  readonly language: Language;
}

export function App({ host, language }: AppProps) {
  const opening = useMemo(() => createOpening(host, language), [host, language]);
  useEffect(() => {
    void opening.open();
    return opening.stop;
  }, [opening]);
  useEffect(() => {
    const leaving = watchLeaving({
      destination: () => quickHideOf(opening),
      lock: () => host.keyPlace.clear(),
      reload: opening.reload,
    });
    return leaving.stop;
  }, [host, opening]);
  const state = opening.state.value;
  const isOpen = state.type === 'open';
  const unwritable = isOpen && opening.behind.value && readOnly;
  const fault = state.type === 'fault' ? state.fault : unwritable;
  const fetchTrouble = useCallback(async () => {
    const [{ FaultPage }] = await Promise.all([import('./faults/fault-page.tsx'), language.complete()]);
    return FaultPage;
  }, [language]);
  const Trouble = useFetched(!!fault, fetchTrouble);

  return (
    <WordsContext.Provider value={language.words.value}>
      {fault &&
        Trouble &&
        (Trouble === 'missing' ? (
          <FaultNotice fault={fault} />
        ) : (
          <Trouble
            {...{ host, language, fault, isOpen }}
            onRetry={() => void opening.open()}
            onOpen={(restore) => void opening.openAt(restore ? 'settings/restore' : undefined)}
          />
        ))}
      {isOpen && (
        <ApplicationContext.Provider value={state.application}>
          <HoldContext.Provider value={state.application.unsaved.hold}>
            <Shell replaced={opening.replaced.value} />
          </HoldContext.Provider>
        </ApplicationContext.Provider>
      )}
    </WordsContext.Provider>
  );
}
