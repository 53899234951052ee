// A record on its way to the disk and back: packed, marked, sealed.

import { base64Url, joined, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { packRow, type StampedRow, unpackRow } from '../merge/stamped-row.ts';
import type { Keys } from '../vault/keys.ts';
import type { SealedRow } from '../vault/schema.ts';
import { seal, unseal } from '../vault/seal.ts';
import { marksOf } from './marks.ts';

/** Version of the packed form inside the box. */
export const rowSchema = 1;

export async function sealRow(keys: Keys, row: StampedRow, random: Random): Promise<SealedRow> {
  const marks = await marksOf(keys, row.kind, row.fields);
  const bond = rowBond(keys.vault, row.id, rowSchema, marks);
  return { id: row.id, schema: rowSchema, marks, ...(await seal(keys.row, packRow(row), bond, random)) };
}

/**
 * The record in a sealed row; nothing when it was altered, moved, or made by a version that packs otherwise. A damaged
 * storage gives `null` for a row that is there: that is one which cannot be read.
 */
export async function openRow(keys: Keys, sealed: SealedRow | null | undefined): Promise<StampedRow | undefined> {
  if (!sealed) return undefined;
  const bond = rowBond(keys.vault, sealed.id, sealed.schema, sealed.marks);
  return unpackRow(sealed.id, await unseal(keys.row, sealed, bond));
}

/** SHA-256 over everything that lies on the disk of this row: what the chain remembers of it. */
export async function digestOf({ id, schema, marks, nonce, box }: SealedRow): Promise<string> {
  const head = utf8(JSON.stringify([id, schema, marks]));
  return base64Url(await crypto.subtle.digest('SHA-256', joined([head, nonce, new Uint8Array(box)])));
}

/** Kind and day are bound in through their marks: they stand nowhere in clear. */
const rowBond = (vault: string, id: string, schema: number, marks: readonly string[]): string =>
  [vault, id, schema, ...marks].join('|');
