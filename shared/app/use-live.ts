// Gives a component the newest reading of a query for as long as the component is there.

import { useEffect, useMemo } from 'preact/hooks';
import { useApplication } from './application.ts';
import { createLive, type Live, type Query, type Reading } from './live.ts';

/** `query` is made again when one of `inputs` changes. */
export function useLive<Value>(
  query: Query<Value>,
  inputs: readonly unknown[] = [],
): Reading<Value> & Pick<Live<Value>, 'refresh'> {
  const { ledger, attention } = useApplication();
  // The caller names what the query depends on
  const live = useMemo(() => createLive(ledger, attention, query), [ledger, attention, ...inputs]);
  useEffect(() => live.start(), [live]);
  return { ...live.reading.value, refresh: live.refresh };
}
