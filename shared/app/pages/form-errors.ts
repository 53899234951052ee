// The errors of a form, by field: those of the checks, and those that only the browser knows.

import type { FieldError, InputError } from '@core/domain/input.ts';
import type { Result } from '@core/kernel/result.ts';

export type FormErrors = Readonly<Record<string, InputError>>;

export const noErrors: FormErrors = {};

/** What is wrong with a form: what the checks refused, and what only the browser knows. */
export const wrongIn = (checked: Result<unknown, readonly FieldError[]>, form: HTMLFormElement | null): FormErrors => ({
  ...(!checked.ok && Object.fromEntries(checked.error.map(({ field, type }) => [field, type]))),
  ...(form && unreadable(form)),
});

/**
 * Days and times that were typed but are none, such as 31 February. The browser then answers an empty value, which
 * must not pass for a field left empty.
 */
function unreadable(form: HTMLFormElement): FormErrors {
  const fields = [...form.elements].filter((field) => field instanceof HTMLInputElement);
  return Object.fromEntries(
    fields
      .filter((field) => field.validity.badInput)
      .map((field) => [field.name, field.type === 'time' ? 'noSuchTime' : 'noSuchDay'] as const),
  );
}

/** Takes the person to the first field that was refused, once the page shows which one that is. Nothing was saved. */
export function goToWrong(form: HTMLFormElement | null): false {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  return false;
}

export const hasErrors = (errors: FormErrors): boolean => Object.keys(errors).length > 0;
