// Many rows, some at a time: so that neither memory nor a link of the chain grows with all that somebody wrote.

import type { Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import type { SealedRow } from '../vault/schema.ts';
import type { TypedConnection } from './typed-connection.ts';

const rowsAtOnce = 500;

/** At least one slice, if only an empty one. */
export function slicesOf<Item>(items: readonly Item[], size = rowsAtOnce): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** What stands under each id, in their order; nothing where there is no row. */
export const getRows = (
  connection: TypedConnection,
  ids: readonly string[],
): Promise<Result<(SealedRow | undefined)[], Fault>> =>
  connection.use((db) => {
    const { store } = db.transaction('rows');
    return Promise.all(ids.map((id) => store.get(id)));
  });
