// One spelling for equal JSON: keys sorted, so that two devices that hold equal values compare equal strings.

import type { Json } from '../kernel/record.ts';

/** Sorted by UTF-16 units, like every other comparison of strings in merge. Lone surrogates come out escaped. */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** `Array.isArray` does not narrow a readonly array. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
