// What is said after an act that was saved, in the words of the new tab.

import { useApplication } from '../application.ts';
import type { Shown } from './use-moments.ts';

interface AfterActProps {
  readonly shown: Shown;
  readonly onDone: () => void;
}

export function AfterAct({ shown, onDone }: AfterActProps) {
  const { host, today } = useApplication();
  const { moment, depth, acts, View } = shown;
  return (
    <View
      key={moment.of}
      {...{ moment, depth, acts, onDone }}
      quietUntil={today.reading.value.value?.quietUntil}
      now={host.clock.now()}
    />
  );
}
