// Blind indexes: what a query asks for is stored as a keyed hash, so that the disk shows neither kind nor day.
// Equality only. A calendar month is one mark of its own, a range is several look-ups.

import { base64Url, utf8 } from '../kernel/bytes.ts';
import { type LocalDay, monthOf, parseLocalDay } from '../kernel/local-day.ts';
import type { Fields } from '../kernel/record.ts';
import type { Keys } from '../vault/keys.ts';

/** Which records of a kind: those of a day, of a month (`YYYY-MM`), or those that belong to something. */
export type Where = { readonly day: LocalDay } | { readonly month: string } | { readonly of: string };

/** The tokens of a record: its kind first, then day, month and owner as far as it has them. */
export function marksOf(keys: Keys, kind: string, fields: Fields): Promise<string[]> {
  const day = parseLocalDay(fields['day']);
  const of = fields['of'];
  const wheres: Where[] = [];
  if (day) wheres.push({ day }, { month: monthOf(day) });
  if (typeof of === 'string') wheres.push({ of });
  return Promise.all([markOf(keys, kind), ...wheres.map((where) => markOf(keys, kind, where))]);
}

/** The token to look up. */
export async function markOf(keys: Keys, kind: string, where?: Where): Promise<string> {
  const [[name, value] = ['', '']] = Object.entries(where ?? {});
  const token = await crypto.subtle.sign('HMAC', keys.index, utf8(JSON.stringify([kind, name, value])));
  return base64Url(token.slice(0, 12));
}
