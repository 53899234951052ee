// Forms that were begun and not saved: what their drafts hold, and which of them a form takes up again.

import type { Fields } from '@core/kernel/record.ts';
import { ok } from '@core/kernel/result.ts';
import type { Draft } from '@core/store/drafts.ts';
import { heldDrafts } from './draft-hold.ts';
import type { Query } from './live.ts';

/** Which form: its type, and what it is about. Without `of` it takes up any draft of its type. */
export interface FormName {
  readonly type: string;
  readonly of?: string | undefined;
}

export interface Begun extends FormName {
  readonly key: string;
  /** As they stood in the fields; each form parses its own. */
  readonly values: Fields;
}

export const begunFields = ({ type, of }: FormName, values: Fields): Fields => ({
  ...{ type, values },
  ...(of !== undefined && { of }),
});

/** All forms that were begun and that nobody is filling in just now, the newest first. */
export const readAllBegun: Query<readonly Begun[]> = async ({ drafts }) => {
  const [found, held] = await Promise.all([drafts(), heldDrafts()]);
  if (!found.ok) return found;
  return ok(found.value.filter(({ key }) => !held.has(key)).flatMap((draft) => parseBegun(draft) ?? []));
};

export const readBegun =
  ({ type, of }: FormName): Query<Begun | undefined> =>
  async (ledger) => {
    const all = await readAllBegun(ledger);
    if (!all.ok) return all;
    return ok(all.value.find((one) => one.type === type && (of === undefined || one.of === of)));
  };

function parseBegun({ key, fields }: Draft): Begun | undefined {
  const { type, of, values } = fields;
  if (typeof type !== 'string' || typeof values !== 'object' || values === null || Array.isArray(values))
    return undefined;
  return { key, type, values: values as Fields, ...(typeof of === 'string' && { of }) };
}
