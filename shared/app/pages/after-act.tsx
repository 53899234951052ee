// What is said after an act that was saved, in the words of the new tab. While it is there the day does not turn.

import { useEffect } from 'preact/hooks';
import { useApplication } from '../application.ts';
import { KeepContext } from '../face/kept-words.ts';
import type { Shown } from './use-moments.ts';

interface AfterActProps {
  readonly shown: Shown;
  readonly onDone: () => void;
}

export function AfterAct({ shown, onDone }: AfterActProps) {
  const { host, today, days } = useApplication();
  const { moment, depth, acts, View, keep } = shown;
  useEffect(() => days.hold(), [days]);
  return (
    <KeepContext.Provider value={keep}>
      <View
        key={moment.of}
        {...{ moment, depth, acts, onDone }}
        quietUntil={today.reading.value.value?.quietUntil}
        now={host.clock.now()}
      />
    </KeepContext.Provider>
  );
}
