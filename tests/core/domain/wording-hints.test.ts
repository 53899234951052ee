import { hintKeys, wordingHints } from '@core/domain/wording-hints.ts';
import { describe, expect, test } from 'vitest';

const hints = (text: string, hasTime = false) => wordingHints(text, { hasTime });

describe('a hint', () => {
  test('is not given to something I do, at a time or a place', () => {
    const fine = [
      'Home by 18:30',
      'I cook on Tuesday and clear up',
      'Phone in the drawer from 19:00',
      'Bins out tonight',
      'I ring before I leave',
      'Coffee at the station',
      'Dishes at 7 pm',
    ];
    for (const text of fine) expect(hints(text), text).toEqual([]);
  });

  test('is given to what begins with a refusal', () => {
    for (const text of [
      'Not shouting at home',
      "Don't be late home",
      'Don’t be late home',
      'Never late home',
      'Stop shouting at home',
      'I will not shout at home',
      "I won't shout at home",
      ' "Never" late home',
    ]) {
      expect(hints(text), text).toContain('negative');
    }
    expect(hints('Notes on the fridge at home')).toEqual([]);
    expect(hints('Home by six; if not, I ring before')).toEqual([]);
  });

  test('is given to what names how the other takes it', () => {
    expect(hints('Home by six so that they trust me')).toEqual(['reaction']);
    expect(hints('Cook tonight so she is pleased')).toEqual(['reaction']);
    expect(hints('Make them happy tonight')).toEqual(['reaction']);
  });

  test('is given to what has neither a time nor a place, unless the form has a time', () => {
    expect(hints('Ring my sister')).toEqual(['noTime']);
    expect(hints('Ring my sister', true)).toEqual([]);
  });

  test('is given to a promise of abstinence, not to a use of other things', () => {
    for (const text of [
      'Stay sober today',
      'No relapse today',
      "I won't use today",
      'Stay clean this evening',
      'Not drinking tonight',
    ]) {
      expect(hints(text), text).toContain('abstinence');
    }
    for (const text of ['I use the bus at 8:00', 'I clean the kitchen tonight', 'I drink tea with them tonight']) {
      expect(hints(text), text).toEqual([]);
    }
  });

  test('comes with others when several apply', () => {
    expect(hints('Never use again so that they forgive me')).toEqual(['negative', 'reaction', 'noTime', 'abstinence']);
  });

  test('stays away from an empty field and from scripts that it cannot read', () => {
    expect(hints('')).toEqual([]);
    expect(hints('  ')).toEqual([]);
    expect(hints('سأعود إلى البيت')).toEqual([]);
  });

  test('comes to an end over a paste of 5 MB', { timeout: 60_000 }, () => {
    for (const piece of ['stop ', 'so ', '" ', "I'll ", '1 ']) {
      expect(hints(piece.repeat(1_000_000)).length).toBeLessThanOrEqual(hintKeys.length);
    }
  });
});
