import { commitmentInput } from '@core/domain/commitment.ts';
import { openStarter, starters } from '@core/domain/starters.ts';
import { wordingHints } from '@core/domain/wording-hints.ts';
import { describe, expect, test } from 'vitest';
import en from '../../../shared/i18n/en.json' with { type: 'json' };
import { day, must } from './rows.ts';

const words: Record<string, unknown> = en;
const asWritten = (time: string) => time;
const sentenceOf = (key: string) => String(words[`starter.${key}`]);

describe('the starters', () => {
  test('are ten, of which the first, sixth and seventh involve the partner', () => {
    expect(starters).toHaveLength(10);
    const withPartner = starters.flatMap(({ aim }, index) => (aim === 'self' ? [] : [index + 1]));
    expect(withPartner).toEqual([1, 6, 7]);
  });

  test('are promises as they stand', () => {
    for (const { key, ...starter } of starters) {
      const { text } = openStarter(sentenceOf(key), asWritten);
      const raw = { form: 'dated', text, ...starter };
      const input = must(commitmentInput(raw, { today: day('2026-03-02'), activeDated: 0, activeIfThen: 0 }));
      expect(input, key).toMatchObject({ text, value: starter.value, repeat: starter.repeat });
    }
  });

  test('say the time that they are due at', () => {
    for (const starter of starters) {
      if (!('dueTime' in starter)) continue;
      const { blanks, text } = openStarter(sentenceOf(starter.key), asWritten);
      const filled = blanks.map(({ from, to }) => text.slice(from, to));
      expect(filled, starter.key).toContain(starter.dueTime === '12:00' ? 'noon' : starter.dueTime);
    }
  });

  test('need no hint on their own wording', () => {
    for (const { key } of starters) {
      const { text } = openStarter(sentenceOf(key), asWritten);
      expect(wordingHints(text, { hasTime: true }), key).toEqual([]);
    }
  });
});

test('a starter opens without its brackets, with its times said and the places to fill in', () => {
  const afternoon = (time: string) => `${Number(time.slice(0, 2)) - 12}${time.slice(2)} PM`;
  const { text, blanks } = openStarter('Home by [18:30]; if not, I ring by [18:00] from [the bus].', afternoon);
  expect(text).toBe('Home by 6:30 PM; if not, I ring by 6:00 PM from the bus.');
  expect(blanks.map(({ from, to }) => text.slice(from, to))).toEqual(['6:30 PM', '6:00 PM', 'the bus']);
  expect(openStarter('Nothing to fill in', afternoon)).toEqual({ text: 'Nothing to fill in', blanks: [] });
});
