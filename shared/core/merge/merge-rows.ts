// How two copies of one row become one: per field, the same in whatever order copies meet. Apart from the row itself, because
// most days nothing comes from elsewhere.

import { canonicalJson } from './canonical.ts';
import { fieldsOf, later, rowOf, type StampedField, type StampedRow } from './stamped-row.ts';
import { mergeText, parseTextRegister } from './text-register.ts';

/** Both copies of one row as one. Commutative, associative and idempotent, so devices may meet in any order. */
export function mergeRows(one: StampedRow, other: StampedRow): StampedRow {
  if (one.id !== other.id) throw new RangeError('Only copies of one row can be merged.');
  const merged = new Map(fieldsOf(one));
  for (const [name, field] of fieldsOf(other)) {
    const known = merged.get(name);
    merged.set(name, known ? mergeFields(known, field) : field);
  }
  // Only a forged row differs in kind. It must still come out the same on every device.
  return rowOf(one.id, one.kind > other.kind ? one.kind : other.kind, merged);
}

/** Between plain values the newest stamp wins, between equal stamps the greater canonical JSON. */
function mergeFields(one: StampedField, other: StampedField): StampedField {
  const texts = [parseTextRegister(one.value), parseTextRegister(other.value)].flatMap((text) => text ?? []);
  const [first, second] = texts;
  // A text takes part whatever its stamp, also against a plain value: or else the order of merging would decide.
  if (first) return { value: second ? mergeText(first, second) : first, stamp: later(one.stamp, other.stamp) };
  if (one.stamp !== other.stamp) return one.stamp > other.stamp ? one : other;
  return canonicalJson(one.value) > canonicalJson(other.value) ? one : other;
}
