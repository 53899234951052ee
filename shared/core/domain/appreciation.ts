// One kind thing that the partner did: seen and specific. Never a fault, never a count.

import type { Act, LocalDay } from '../kernel/local-day.ts';
import type { Edit, Fields } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { changedFields } from './changed-fields.ts';
import { checkForm, type FieldError, type Raw } from './input.ts';
import { limits } from './limits.ts';
import { whenOf } from './when.ts';

export interface Appreciation {
  readonly id: string;
  readonly day: LocalDay;
  readonly what: string;
  readonly saidAloud: boolean;
  readonly deleted: boolean;
  readonly editedAt: number;
}

export type AppreciationInput = Pick<Appreciation, 'day' | 'what' | 'saidAloud'>;

/** A form, checked; `day` defaults to today, `was` is the day of the one that is being edited. Errors by field. */
export function appreciationInput(
  raw: Raw<AppreciationInput>,
  { today, was }: { readonly today: LocalDay; readonly was?: LocalDay },
): Result<AppreciationInput, FieldError<keyof AppreciationInput>[]> {
  const check = checkForm<keyof AppreciationInput>();
  const what = check.body('what', raw.what, limits.appreciation);
  const day = check.pastDay('day', raw.day ?? today, today, was);
  return check.result(what && day && { what, day, saidAloud: raw.saidAloud === true });
}

export const newAppreciation = (input: AppreciationInput, act: Act, id: string): Edit =>
  edit(id, { ...fieldsOf(input), ...whenOf(act), deleted: false });

/** `shown` is the record as it stood in the form: what was left as it was is not written. */
export const changeAppreciation = (shown: Appreciation, input: AppreciationInput): Edit =>
  edit(shown.id, changedFields(fieldsOf(shown), fieldsOf(input)));

export const deleteAppreciation = (id: string): Edit => edit(id, { deleted: true });

export const restoreAppreciation = (id: string): Edit => edit(id, { deleted: false });

const edit = (id: string, set: Fields): Edit => ({ kind: 'appreciation', row: { id }, set });

const fieldsOf = ({ day, what, saidAloud }: AppreciationInput): Fields => ({ day, what, saidAloud });
