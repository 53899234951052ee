import { redact, reveal } from '@core/kernel/redacted.ts';
import { expect, test } from 'vitest';

test('a secret does not show in text, JSON or a spread', () => {
  const wrapped = redact('the word');
  expect(`${wrapped}`).not.toContain('word');
  expect(JSON.stringify({ wrapped, ...wrapped })).not.toContain('word');
  expect(reveal(wrapped)).toBe('the word');
});
