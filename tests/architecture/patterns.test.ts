import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { areas, filesIn, read } from './tree.ts';

// A8: a pattern that goes back over a text again and again can hold a page still for minutes. Every pattern that ships is
// tried on texts that are made to bring that out.

const length = 50_000;
const patience = 50; // ms

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

const patterns = [
  ...new Map(
    filesIn(areas, '.ts', '.tsx')
      .flatMap(patternsIn)
      .map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]),
  ),
];

/** One piece, repeated; with an end that fits nothing, so that whoever tries again has to try everything. */
const pieces = [
  ...['a', 'A', '0', ' ', '\t', '\n', '-', '_', '.', ',', '!', '?', '"', "'", '[', ']', '{', '}', '(', '<', '/', '#'],
  ...[
    '\\',
    '=',
    '*',
    '`',
    ':',
    '@',
    '\0',
    '\u0301',
    '\u200B',
    '\u202E',
    '\u2800',
    '\uD800',
    '\uDC00',
    '👩',
    '。',
    '」',
  ],
  ...[
    '-worker',
    'a-worker-a',
    '/sw',
    'ab ',
    '. ',
    '.” ',
    '\r\n',
    "don't ",
    'I will ',
    'i am going to ',
    '{n}',
    'https://',
    '#/',
    'en-',
  ],
];
const texts = pieces.flatMap((piece) => {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  return [text, `${text}\u0000!`, `/${text}!`, `https://${text} `];
});

test('A8: patterns were found where they are known to be', () => {
  expect(patterns.length).toBeGreaterThan(25);
  expect(patterns.map(([name]) => name)).toContain('/\\p{Surrogate}/u');
});

test('A8: the texts bring out a pattern that goes back', () => {
  expect(slowest({ source: '(\\s+)+!$', flags: '' }, [' '.repeat(25)])).toBeGreaterThan(patience);
});

test.each(patterns)('A8: %s is through with 50 KB in 50 ms', (_name, pattern) => {
  // Once more when it was slow: the machine may have been busy with something else.
  const slow = texts.filter((text) => slowest(pattern, [text]) > patience && slowest(pattern, [text]) > patience);
  expect(slow.map((text) => text.slice(0, 20))).toEqual([]);
});

/** Milliseconds of the slowest of `texts`; by `replace`, which looks for every match and not only for the first. */
function slowest({ source, flags }: Pattern, among: readonly string[]): number {
  const pattern = new RegExp(source, flags);
  return Math.max(
    ...among.map((text) => {
      const start = performance.now();
      text.replace(pattern, '');
      return performance.now() - start;
    }),
  );
}

function patternsIn(path: string): Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex } = node as { type?: unknown; regex?: { pattern: string; flags: string } };
    if (type === 'Literal' && regex) found.push({ source: regex.pattern, flags: regex.flags });
    for (const part of Object.values(node)) walk(part);
  };
  walk(parseSync(path, read(path)).program);
  return found;
}
