import { type Folder, writeFolder } from '@core/exchange/markdown-folder.ts';
import { markdownBody, markdownLine, markdownQuote, yamlList } from '@core/exchange/markdown-text.ts';
import { describe, expect, test } from 'vitest';
import { folderWords, records, type Writing } from '../../support/exchange.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { answered, back, monday, promised, won, wrote } from '../../support/records.ts';

const folderOf = async (...writing: Writing[]): Promise<Folder> => writeFolder(await records(...writing), folderWords);

test('a folder has one file for each day, the promises, and a word about itself', async () => {
  const folder = await folderOf(
    promised('home', 'Home by 18:30.'),
    answered('home', monday, 'partly', 'Ten past.\nRang first.'),
    won('w', 'listened', monday, 'The whole story.'),
    wrote('e2', 'Second.', monday, 20),
    wrote('e1', 'First.\n\nStill first.', monday, 8),
    wrote('old', 'Long ago.', back(400)),
  );
  expect(Object.keys(folder).sort()).toEqual(['2025/2025-10-19.md', '2026/2026-11-23.md', 'README.md', 'promises.md']);
  expect(folder['2026/2026-11-23.md']).toBe(`---
day: 2026-11-23
---

# Monday, 23 November 2026

## Promises

- Home by 18:30. — Partly
  > Ten past.
  > Rang first.

## Small wins

- listened
  > The whole story.

## Journal

### 08:00

First.

Still first.

### 20:00

Second.
`);
  expect(folder['promises.md']).toContain('- Home by 18:30.\n  2026-11-23 – 2026-11-29');
  expect(folder['README.md']).toBe('What this is.\n\nHow to read it.\n');
});

test('a day that was flagged and tagged says so, in front matter that any program reads', async () => {
  const tags = ['bus', '"]\ninjected: true', '---', '#x'];
  const edit = wrote('e', 'Body.', monday)[0];
  const set = { ...edit?.set, heavy: true, ...Object.fromEntries(tags.map((tag) => [`tag:${tag}`, true])) };
  const folder = await folderOf([{ kind: 'journalEntry', row: { id: 'e' }, set, texts: edit?.texts ?? {} }]);
  const [, front = ''] = (folder['2026/2026-11-23.md'] ?? '').split('---\n', 2);
  expect(front.split('\n')).toHaveLength(3);
  const list = front.split('\n')[1]?.replace('tags: ', '') ?? '';
  expect(JSON.parse(list)).toEqual([...tags].sort());
  expect(yamlList(['a', 'b'])).toBe('["a", "b"]');
  expect(folder['2026/2026-11-23.md']).toContain('### 08:00 · A heavy day');
});

describe('A9, A1: no text of a person becomes markup in the file', () => {
  const unsafe: Readonly<Record<string, RegExp>> = {
    tag: /<[A-Za-z/!?]/,
    picture: /!\[/,
    'address of a link': /\]\((?!https?:\/\/)/i,
    'address by reference': /\]:(?!\s*https?:\/\/)/i,
  };

  test.each(hostileTexts.map((text) => [text.slice(0, 60), text]))('%j', (_name, text) => {
    for (const written of [markdownBody(text), markdownLine(text), markdownQuote(text)]) {
      for (const [what, pattern] of Object.entries(unsafe)) expect(written, what).not.toMatch(pattern);
    }
    expect(markdownLine(text)).not.toMatch(/[\r\n]/);
  });

  test('a code block that was left open ends with its text', async () => {
    for (const text of ['```\nopen', '~~~~\n~~~\nopen', '```\nclosed\n```\n```js\nopen', '   ```\nopen']) {
      const folder = await folderOf(wrote('a', text, monday, 8), wrote('b', 'The next.', monday, 9));
      const file = folder['2026/2026-11-23.md'] ?? '';
      const fences = file.split('\n').filter((line) => /^ {0,3}(?:```|~~~~)/.test(line));
      expect(fences.length % 2, text).toBe(0);
      expect(file).toMatch(/(?:```|~~~~)\n\n### 09:00\n\nThe next\./);
    }
    expect(markdownBody('```\ncode\n```')).toBe('```\ncode\n```');
  });

  test('what is ordinary stays as it was written', () => {
    const ordinary =
      '# Day\n\n*well* and **better**, [a page](https://example.org), 1 < 2, a_b, `code`\n\n- one\n- two';
    expect(markdownBody(ordinary)).toBe(ordinary);
  });

  test('no name of a file comes from a text', async () => {
    const folder = await folderOf(...hostileTexts.slice(0, 40).map((text, index) => wrote(`e${index}`, text, monday)));
    expect(Object.keys(folder).sort()).toEqual(['2026/2026-11-23.md', 'README.md']);
  });

  test('A8: time grows with the length, whatever is in it', () => {
    for (const piece of ['<', '![', '](', ']:', '`', '~', '[', '\\', ' \n', ']: ']) {
      const start = performance.now();
      markdownBody(piece.repeat(50_000));
      markdownLine(piece.repeat(50_000));
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(500);
    }
  });
});
