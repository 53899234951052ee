// A private note. Several a day are fine; a day or entry may be flagged heavy.

import type { Act, LocalDay } from '../kernel/local-day.ts';
import type { Edit, Fields, TextView } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { changedFields } from './changed-fields.ts';
import { given } from './given.ts';
import { checkForm, type FieldError, type FormCheck, type Raw } from './input.ts';
import { limits } from './limits.ts';
import { whenOf } from './when.ts';

export interface JournalEntry {
  readonly id: string;
  readonly day: LocalDay;
  readonly body: TextView;
  readonly heavy: boolean;
  /** Sorted, each once. In the row one field for each: `tag:<name>`. */
  readonly tags: readonly string[];
  readonly promptKey?: string;
  readonly deleted: boolean;
  readonly editedAt: number;
}

export interface EntryInput extends Pick<JournalEntry, 'day' | 'heavy' | 'tags' | 'promptKey'> {
  readonly body: string;
}

export const tagField = (tag: string): `tag:${string}` => `tag:${tag}`;
const mostTags = 20;

const promptShape = /^[A-Za-z0-9]{1,40}$/;

/**
 * A form, checked; `day` defaults to today and may be any day before, `was` is the day of the entry being edited.
 * The body is kept as typed. Errors: one for each field that is refused.
 */
export function entryInput(
  raw: Raw<EntryInput>,
  { today, was }: { readonly today: LocalDay; readonly was?: LocalDay },
): Result<EntryInput, FieldError<keyof EntryInput>[]> {
  const check = checkForm<keyof EntryInput>();
  const body = check.body('body', raw.body, limits.journalBody);
  const day = check.pastDay('day', raw.day ?? today, today, was);
  const tags = tagsInput(raw.tags, check);
  const promptKey = typeof raw.promptKey === 'string' && promptShape.test(raw.promptKey) ? raw.promptKey : undefined;
  return check.result(body && day && { body, day, tags, heavy: raw.heavy === true, ...given({ promptKey }) });
}

export const newEntry = (input: EntryInput, act: Act, id: string): Edit => ({
  ...edit(id, { ...fieldsOf(input), ...tagFields([], input.tags), ...whenOf(act), deleted: false }),
  texts: { body: { text: input.body, over: [] } },
});

/** `shown` is the entry that the writer had on the screen: a version of the body that came since is not lost. */
export const changeEntry = (shown: JournalEntry, input: EntryInput): Edit => ({
  ...edit(shown.id, { ...changedFields(fieldsOf(shown), fieldsOf(input)), ...tagFields(shown.tags, input.tags) }),
  texts: { body: { text: input.body, over: shown.body.heads } },
});

export const deleteEntry = (id: string): Edit => edit(id, { deleted: true });

export const restoreEntry = (id: string): Edit => edit(id, { deleted: false });

const edit = (id: string, set: Fields): Edit => ({ kind: 'journalEntry', row: { id }, set });

const fieldsOf = ({ day, heavy, promptKey }: Pick<EntryInput, 'day' | 'heavy' | 'promptKey'>): Fields => ({
  day,
  heavy,
  promptKey: promptKey ?? null,
});

/** Only what changes: a tag that another device has added meanwhile is nobody's business here. */
function tagFields(before: readonly string[], after: readonly string[]): Fields {
  const removed = before.filter((tag) => !after.includes(tag));
  const added = after.filter((tag) => !before.includes(tag));
  return Object.fromEntries([
    ...removed.map((tag) => [tagField(tag), false] as const),
    ...added.map((tag) => [tagField(tag), true] as const),
  ]);
}

function tagsInput(raw: unknown, check: FormCheck<keyof EntryInput>): string[] {
  const given: unknown[] = Array.isArray(raw) ? raw : [];
  if (given.length > mostTags) {
    check.refuse('tags', 'tooManyTags');
    return [];
  }
  const tags = given.map((tag) => check.optionalLine('tags', tag, limits.tag)?.normalize('NFC'));
  return [...new Set(tags.filter((tag) => tag !== undefined))].sort();
}
