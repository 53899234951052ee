import { isTooLong } from '@app/pages/journal/too-long.ts';
import { describe, expect, test } from 'vitest';

const field = (value: string) => ({ value, textLength: value.length });

describe('a text for an entry', () => {
  test('may have 200,000 code points, however many units those are', () => {
    expect(isTooLong(field('x'.repeat(200_000)))).toBe(false);
    expect(isTooLong(field('👍'.repeat(200_000)))).toBe(false);
    expect(isTooLong(field('x'.repeat(200_001)))).toBe(true);
    expect(isTooLong(field('👍'.repeat(200_001)))).toBe(true);
  });

  test('that is surely too long is not read', () => {
    const unread = {
      textLength: 5_000_000,
      get value(): string {
        throw new Error('read');
      },
    };
    expect(isTooLong(unread)).toBe(true);
  });
});
