// Checks of what somebody typed into a form: all fields at once, so that every mistake is named beside its field.

import { type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkBody, checkLine, type TextError } from './text.ts';

/** Every tag has its sentence in the words, under `error.<tag>`. */
export const inputErrors = [
  'empty',
  'tooLong',
  'hiddenMarks',
  'unknownChoice',
  'noSuchDay',
  'inFuture',
  'dayOver',
  'tooFarAhead',
  'endsBeforeStart',
  'noSuchTime',
  'noWeekday',
  'timesPerWeek',
  'tooManyActive',
  'tooManyTags',
  'notAWebAddress',
  'noSuchHour',
] as const;

export type InputError = (typeof inputErrors)[number];

export interface FieldError<Field extends string = string> {
  readonly type: InputError;
  readonly field: Field;
}

/** The fields of a form before anybody looked at them. */
export type Raw<Input> = { readonly [Field in keyof Input]?: unknown };

export interface FormCheck<Field extends string> {
  refuse(field: Field, type: InputError): undefined;
  line(field: Field, raw: unknown, max: number): string | undefined;
  body(field: Field, raw: unknown, max: number): string | undefined;
  /** Like `body`, but nothing at all is a fine answer. */
  optionalBody(field: Field, raw: unknown, max: number): string | undefined;
  optionalLine(field: Field, raw: unknown, max: number): string | undefined;
  choice<Choice extends string>(field: Field, raw: unknown, choices: readonly Choice[]): Choice | undefined;
  day(field: Field, raw: unknown): LocalDay | undefined;
  /** A day that has begun. `was` is the day that the record already has: it stands, even after a flight west. */
  pastDay(field: Field, raw: unknown, today: LocalDay, was?: LocalDay): LocalDay | undefined;
  /** The value when nothing was refused. */
  result<Value>(value: Value | '' | undefined): Result<Value, FieldError<Field>[]>;
}

export function checkForm<Field extends string>(): FormCheck<Field> {
  const errors: FieldError<Field>[] = [];
  const refuse = (field: Field, type: InputError): undefined => {
    errors.push({ type, field });
  };
  const text =
    (check: (text: string, max: number) => Result<string, TextError>, mayBeEmpty: boolean) =>
    (field: Field, raw: unknown, max: number): string | undefined => {
      const checked = check(typeof raw === 'string' ? raw : '', max);
      if (checked.ok) return checked.value;
      return mayBeEmpty && checked.error === 'empty' ? undefined : refuse(field, checked.error);
    };
  const day = (field: Field, raw: unknown) => parseLocalDay(raw) ?? refuse(field, 'noSuchDay');
  return {
    refuse,
    line: text(checkLine, false),
    body: text(checkBody, false),
    optionalLine: text(checkLine, true),
    optionalBody: text(checkBody, true),
    choice: (field, raw, choices) => choices.find((choice) => choice === raw) ?? refuse(field, 'unknownChoice'),
    day,
    pastDay: (field, raw, today, was) => {
      const given = day(field, raw);
      return given !== undefined && given > today && given !== was ? refuse(field, 'inFuture') : given;
    },
    result: (value) => (errors.length > 0 || value === undefined || value === '' ? err(errors) : ok(value)),
  };
}
