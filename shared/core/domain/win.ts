// A small act that the person did, noticed.

import type { Act, LocalDay } from '../kernel/local-day.ts';
import type { Edit, Fields } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { changedFields } from './changed-fields.ts';
import { given } from './given.ts';
import { checkForm, type FieldError, type Raw } from './input.ts';
import { limits } from './limits.ts';
import { toldEarlyName } from './names.ts';
import type { Value } from './value.ts';
import { whenOf } from './when.ts';

/** In the order in which they are offered. `withPartner`: not offered while the partner has asked for room. */
export const winTypes = [
  { type: 'honestWord', value: 'honesty', withPartner: false },
  { type: 'toldEarly', value: 'honesty', withPartner: false },
  { type: 'onTime', value: 'punctuality', withPartner: false },
  { type: 'followedThrough', value: 'followThrough', withPartner: false },
  { type: 'present', value: 'presence', withPartner: false },
  { type: 'bidTurnedToward', value: 'presence', withPartner: true },
  { type: 'sharedTheirJoy', value: 'presence', withPartner: true },
  { type: 'listened', value: 'listening', withPartner: true },
  { type: 'repaired', value: 'repair', withPartner: false },
  { type: 'askedForHelp', value: 'selfCare', withPartner: false },
  { type: 'lookedAfterMyself', value: 'selfCare', withPartner: false },
  { type: 'stayedCalm', value: 'patience', withPartner: false },
  { type: 'leftRoom', value: 'patience', withPartner: false },
] as const satisfies readonly { type: string; value: Value; withPartner: boolean }[];

export type WinType = (typeof winTypes)[number]['type'];

export interface Win {
  readonly id: string;
  readonly of: WinType;
  readonly value: Value;
  readonly day: LocalDay;
  readonly note?: string;
  readonly deleted: boolean;
  readonly editedAt: number;
}

export type WinInput = Pick<Win, 'of' | 'day' | 'note'>;

export const isWinType = (type: unknown): type is WinType => winTypes.some((known) => known.type === type);

export const valueOfWin = (type: WinType): Value => winTypes.find((known) => known.type === type)?.value ?? 'honesty';

/**
 * A form, checked; `day` defaults to today and may be any day before. When an old win is edited, `was` is its day.
 * Errors: one for each field that is refused.
 */
export function winInput(
  raw: Raw<WinInput>,
  { today, was }: { readonly today: LocalDay; readonly was?: LocalDay },
): Result<WinInput, FieldError<keyof WinInput>[]> {
  const check = checkForm<keyof WinInput>();
  const of = isWinType(raw.of) ? raw.of : check.refuse('of', 'unknownChoice');
  const day = check.pastDay('day', raw.day ?? today, today, was);
  const note = check.optionalBody('note', raw.note, limits.note);
  return check.result(of && day && { of, day, ...given({ note }) });
}

export const newWin = (input: WinInput, act: Act, id: string): Edit =>
  edit({ id }, { ...fieldsOf(input), ...whenOf(act), deleted: false });

/** `shown` is the win as it stood in the form: what was left as it was is not written. */
export const changeWin = (shown: Win, input: WinInput): Edit =>
  edit({ id: shown.id }, changedFields(fieldsOf(shown), fieldsOf(input)));

export const deleteWin = (id: string): Edit => edit({ id }, { deleted: true });

export const restoreWin = (id: string): Edit => edit({ id }, { deleted: false });

/** The win that an answer "changed, and I said so in time" brings. Without an act it is taken away. */
export const toldEarlyEdit = (commitmentId: string, day: LocalDay, act: Act | undefined): Edit =>
  edit(
    { name: toldEarlyName(commitmentId, day) },
    act ? { of: 'toldEarly', value: 'honesty', day, ...whenOf(act), deleted: false } : { day, deleted: true },
  );

const edit = (row: Edit['row'], set: Fields): Edit => ({ kind: 'win', row, set });

const fieldsOf = ({ of, day, note }: WinInput): Fields => ({ of, value: valueOfWin(of), day, note: note ?? null });
