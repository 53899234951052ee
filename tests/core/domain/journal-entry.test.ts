import type { Raw } from '@core/domain/input.ts';
import {
  changeEntry,
  deleteEntry,
  type EntryInput,
  entryInput,
  type JournalEntry,
  newEntry,
  restoreEntry,
} from '@core/domain/journal-entry.ts';
import { parseJournalEntry } from '@core/domain/journal-entry-row.ts';
import type { Edit } from '@core/kernel/record.ts';
import { describe, expect, test } from 'vitest';
import { actOn, day, must, rowAfter, withFields } from './rows.ts';

const today = day('2026-03-02');
const inputOf = (raw: Raw<EntryInput> = {}) =>
  must(entryInput({ body: 'A quiet day.\n\nWe walked.', ...raw }, { today }));
const errorsOf = (raw: Raw<EntryInput>) => {
  const checked = entryInput({ body: 'x', ...raw }, { today });
  return checked.ok ? [] : checked.error.map(({ field, type }) => `${field}: ${type}`);
};

const created = newEntry(inputOf({ tags: ['walk', 'rest'] }), actOn('2026-03-02'), 'j1');
const entryAfter = (...edits: Edit[]): JournalEntry => must(parseJournalEntry(rowAfter(created, ...edits)));

describe('a form for an entry', () => {
  test('keeps the body as typed, line by line', () => {
    const body = '  - one\r\n\t- two 🌧️\n\n\u2067שלום\u2069  ';
    expect(inputOf({ body }).body).toBe(body);
  });

  test('refuses a body with nothing in it and one of 5 MB', () => {
    expect(errorsOf({ body: '\n \u200B' })).toEqual(['body: empty']);
    expect(errorsOf({ body: 'word '.repeat(1_000_000) })).toEqual(['body: tooLong']);
    expect(errorsOf({ body: '🌱'.repeat(200_000) })).toEqual([]);
  });

  test('is for today or a day before', () => {
    expect(inputOf().day).toBe('2026-03-02');
    expect(errorsOf({ day: '2026-03-03' })).toEqual(['day: inFuture']);
    expect(errorsOf({ day: '1999-12-31' })).toEqual([]);
    expect(errorsOf({ day: '2027-02-29' })).toEqual(['day: noSuchDay']);
  });

  test('takes each tag once, sorted, without empty ones', () => {
    expect(inputOf({ tags: ['walk', ' rest ', '', 'walk', 'cafe\u0301', 'café'] }).tags).toEqual([
      'café',
      'rest',
      'walk',
    ]);
  });

  test('refuses tags that are too long, too many or hide something', () => {
    expect(errorsOf({ tags: ['a'.repeat(41)] })).toEqual(['tags: tooLong']);
    expect(errorsOf({ tags: Array.from({ length: 21 }, (_, i) => `tag ${i}`) })).toEqual(['tags: tooManyTags']);
    expect(errorsOf({ tags: ['a\u202Eb'] })).toEqual(['tags: hiddenMarks']);
    expect(inputOf({ tags: 'walk' }).tags).toEqual([]);
  });

  test('is heavy only when flagged so', () => {
    expect([inputOf().heavy, inputOf({ heavy: 'yes' }).heavy, inputOf({ heavy: true }).heavy]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('an entry', () => {
  test('is read back with its body as a text of versions', () => {
    expect(entryAfter()).toEqual({
      ...{ id: 'j1', day: '2026-03-02', heavy: false, tags: ['rest', 'walk'], deleted: false, editedAt: 1000 },
      body: { text: 'A quiet day.\n\nWe walked.', heads: ['h1'], conflict: false },
    });
  });

  test('is changed over the versions that the writer saw', () => {
    expect(changeEntry(entryAfter(), inputOf({ body: 'New' })).texts).toEqual({ body: { text: 'New', over: ['h1'] } });
    expect(created.texts).toEqual({ body: { text: expect.any(String), over: [] } });
  });

  test('touches only the tags that change, so that those of another device stay', () => {
    const changed = changeEntry(entryAfter(), inputOf({ tags: ['rest', 'sea'] }));
    expect(changed.set).toMatchObject({ 'tag:sea': true, 'tag:walk': false });
    expect(changed.set).not.toHaveProperty('tag:rest');
    const elsewhere: Edit = { kind: 'journalEntry', row: { id: 'j1' }, set: { 'tag:phone': true } };
    expect(entryAfter(elsewhere, changed).tags).toEqual(['phone', 'rest', 'sea']);
  });

  test('takes a tag of any name, also one that objects use themselves', () => {
    const odd = newEntry(inputOf({ tags: ['__proto__', 'constructor'] }), actOn('2026-03-02'), 'j1');
    expect(must(parseJournalEntry(rowAfter(odd))).tags).toEqual(['__proto__', 'constructor']);
  });

  test('is deleted by a field, and comes back by one', () => {
    expect(entryAfter(deleteEntry('j1')).deleted).toBe(true);
    expect(entryAfter(deleteEntry('j1'), restoreEntry('j1')).deleted).toBe(false);
  });

  test('with two versions of its body, each as long as one may be, is still read', () => {
    const both = { text: '🌱'.repeat(400_000), heads: ['h1', 'h2'], conflict: true };
    expect(must(parseJournalEntry(withFields(rowAfter(created), { body: both }))).body).toEqual(both);
  });

  test('whose body is something else is refused', () => {
    const bodies = [
      'text',
      null,
      {},
      { text: 1, heads: [], conflict: false },
      { text: '', heads: [{}], conflict: false },
      { text: '', heads: Array(1000).fill('h'), conflict: false },
    ];
    for (const body of bodies) {
      expect(parseJournalEntry(withFields(rowAfter(created), { body })).ok, JSON.stringify(body).slice(0, 40)).toBe(
        false,
      );
    }
  });

  test('reads as tags only what is set to true, and no endless names', () => {
    const row = withFields(rowAfter(created), {
      'tag:no': 'yes',
      'tag:': true,
      [`tag:${'x'.repeat(9999)}`]: true,
      tagless: true,
    });
    expect(must(parseJournalEntry(row)).tags).toEqual(['rest', 'walk']);
  });
});
