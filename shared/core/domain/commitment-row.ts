// Reads a promise from its row.

import {
  array,
  type InferOutput,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  object,
  picklist,
  pipe,
  regex,
  string,
  variant,
} from 'valibot';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Commitment } from './commitment.ts';
import { forms, timeShape } from './commitment-shape.ts';
import { given } from './given.ts';
import { limits } from './limits.ts';
import { deletedField, instant, localDay, type Malformed, maybe, parseRow, rowOf, textUpTo } from './row-schema.ts';
import { aims, values } from './value.ts';

const count = (from: number, to: number) => pipe(number(), integer(), minValue(from), maxValue(to));

const schema = rowOf('commitment', {
  form: picklist(forms),
  text: pipe(textUpTo(limits.promise), minLength(1)),
  value: picklist(values),
  aim: picklist(aims),
  dueTime: maybe(pipe(string(), regex(timeShape))),
  repeat: variant('type', [
    object({ type: literal('none') }),
    object({ type: literal('daily') }),
    object({ type: literal('weekdays'), days: pipe(array(count(1, 7)), minLength(1), maxLength(7)) }),
    object({ type: literal('perWeek'), times: count(1, 7) }),
  ]),
  startsOn: localDay,
  endsOn: localDay,
  endedOn: maybe(localDay),
  pausedRanges: maybe(pipe(array(object({ from: localDay, to: maybe(localDay) })), maxLength(1000))),
  glance: maybe(textUpTo(limits.glance)),
  ifText: maybe(textUpTo(limits.promise)),
  thenText: maybe(textUpTo(limits.promise)),
  day: localDay,
  when: maybe(object({ at: instant })),
  deleted: deletedField,
});

/** A promise from its row. Error: `malformed`. */
export function parseCommitment(row: Row): Result<Commitment, Malformed> {
  const parsed = parseRow(schema, row);
  return parsed.ok ? ok(fromRow(parsed.value)) : parsed;
}

function fromRow({ id, fields, editedAt }: InferOutput<typeof schema>): Commitment {
  const { form, text, value, aim, repeat, startsOn, endsOn, day } = fields;
  const { dueTime, endedOn, glance, ifText, thenText } = fields;
  const pausedRanges = (fields.pausedRanges ?? []).map(({ from, to }) => ({ from, ...given({ to }) }));
  return {
    ...{ id, form, text, value, aim, repeat, startsOn, endsOn, pausedRanges, day, editedAt },
    ...given({ dueTime, endedOn, glance, ifText, thenText }),
    // Worked out, not stored: two fields that say the same could disagree after a merge.
    state: endedOn ? 'ended' : pausedRanges.some((range) => range.to === undefined) ? 'paused' : 'active',
    madeAt: fields.when?.at ?? 0,
    deleted: fields.deleted === true,
  };
}
