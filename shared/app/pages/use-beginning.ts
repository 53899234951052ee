// What a form for one record begins with: the record, if it is there already, and what was begun of it before.

import { ok } from '@core/kernel/result.ts';
import { useApplication } from '../application.ts';
import { type Begun, type FormName, readBegun } from '../begun.ts';
import type { Query } from '../live.ts';
import { useLive } from '../use-live.ts';

export interface Beginning<Item> {
  readonly item: Item;
  readonly begun: Begun | undefined;
}

/** Reads `query` and what was begun under `name`. The form takes the first answer and holds its draft from then on. */
export function useBeginning<Item>(name: FormName, query: Query<Item>) {
  const { flush } = useApplication();
  const both: Query<Beginning<Item>> = async (ledger) => {
    await flush(); // a form that was left a moment ago in this tab has its last words on the way
    const [found, begun] = await Promise.all([query(ledger), readBegun(name)(ledger)]);
    if (!found.ok) return found;
    return begun.ok ? ok({ item: found.value, begun: begun.value }) : begun;
  };
  return useLive(both, [name.type, name.of]);
}
