// Names of the records of which there is one each. Their row ids are derived from these names under a secret of the
// vault, so a record that comes from another vault has to get the id that it would have here.

import type { LocalDay } from '../kernel/local-day.ts';
import type { Fields } from '../kernel/record.ts';

export interface RowName {
  readonly kind: string;
  readonly name: string;
}

export const outcomeName = (commitmentId: string, day: LocalDay | string): string => `outcome|${commitmentId}|${day}`;

export const toldEarlyName = (commitmentId: string, day: LocalDay | string): string => `told|${commitmentId}|${day}`;

/** The names that a record tells: its own, and for an answer also that of the win it may have brought. */
export function namesIn({ kind, fields }: { readonly kind: string; readonly fields: Fields }): RowName[] {
  if (kind === 'settings') return [{ kind, name: 'settings' }];
  const { of, day } = fields;
  if (kind !== 'outcome' || typeof of !== 'string' || typeof day !== 'string') return [];
  return [
    { kind, name: outcomeName(of, day) },
    { kind: 'win', name: toldEarlyName(of, day) },
  ];
}
