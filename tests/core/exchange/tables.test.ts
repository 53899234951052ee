import { newCelebration } from '@core/domain/celebration.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import { chooseRows, parts, partsFor } from '@core/exchange/choose.ts';
import { readCsv } from '@core/exchange/csv.ts';
import { formats } from '@core/exchange/formats.ts';
import { planImport } from '@core/exchange/plan.ts';
import { readFile } from '@core/exchange/read-file.ts';
import { writeTables } from '@core/exchange/tables.ts';
import { writeFile } from '@core/exchange/write-file.ts';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { folderWords, here, records, rowsIn } from '../../support/exchange.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { must } from '../../support/must.ts';
import { actOn, answered, monday, promised, won, wrote } from '../../support/records.ts';
import { openRig } from '../../support/vault-rig.ts';

const shared = [
  promised('home', 'Home by 18:30.', { glance: 'Half past' }),
  answered('home', monday, 'partly', 'The bus was late.'),
  won('w', 'listened', monday, 'All of it.'),
];
const unshared = [
  wrote('secret', 'The journal body.', monday),
  [newCelebration({ of: 'w', day: monday, stage: 'app', ownWords: 'Own quiet words.' }, actOn(monday), 'c')],
  [settingsEdit({ quickHideTo: 'https://weather.example', quietUntil: 7 } as object)],
];
const later = [{ kind: 'laterKind', row: { id: 'l' }, set: { day: monday, private: 'Later words.' } }];

const fileOf = (rows: Awaited<ReturnType<typeof records>>, format: (typeof formats)[number]) =>
  writeFile({ format, rows, told: new Map(), day: monday, words: folderWords });

function textOf({ name, bytes }: ReturnType<typeof writeFile>): string {
  if (!name.endsWith('.zip')) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .flatMap(([path, part]) => [path, strFromU8(part)])
    .join('\n');
}

describe('R3: what goes to somebody else', () => {
  test.each(formats)(
    'as %s holds no journal, no own words, no notes, no place, unless they are asked for',
    async (format) => {
      const rows = chooseRows(await records(...shared, ...unshared, later), partsFor('somebodyElse'), 'somebodyElse');
      const text = textOf(fileOf(rows, format));
      expect(text).toContain('Home by 18:30.');
      expect(text).not.toMatch(/journal body|Own quiet|bus was late|All of it|Half past|"zone"|weather|Later words/i);
      const asked = chooseRows(
        await records(...shared, ...unshared),
        [...partsFor('somebodyElse'), 'journal'],
        'somebodyElse',
      );
      expect(textOf(fileOf(asked, format))).toContain('The journal body.');
    },
  );

  test.each(formats)('R2: as %s is the same whatever else there is', async (format) => {
    const chosen = partsFor('somebodyElse');
    const bare = chooseRows(await records(...shared), chosen, 'somebodyElse');
    const rich = chooseRows(await records(...shared, ...unshared, later), chosen, 'somebodyElse');
    const withoutIds = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
    expect(withoutIds(textOf(fileOf(rich, format)))).toBe(withoutIds(textOf(fileOf(bare, format))));
  });

  test('for oneself is everything but the settings, also what this version does not know', async () => {
    const all = await records(...shared, ...unshared, later);
    const rows = chooseRows(all, parts, 'myself');
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...['celebration', 'commitment', 'journalEntry', 'laterKind', 'outcome', 'win'],
    ]);
  });
});

describe('tables', () => {
  test('have a file for each kind, with the words of a promise beside its answers', async () => {
    const tables = writeTables(await records(...shared, ...unshared.slice(0, 2), later));
    expect(Object.keys(tables).sort()).toEqual(
      [...['after-words.csv', 'answers.csv', 'journal.csv', 'other-1.csv', 'promises.csv', 'wins.csv']].sort(),
    );
    const [head, line] = readCsv(tables['answers.csv'] ?? '') ?? [];
    const answer = Object.fromEntries((head ?? []).map((name, index) => [name, line?.[index]]));
    expect(answer).toMatchObject({
      ...{ day: monday, promise: 'Home by 18:30.', result: 'partly', note: 'The bus was late.', of: 'home' },
      ...{ written: '2026-11-23T08:00+00:00', zone: 'UTC' },
    });
    expect(head).not.toContain('deleted');
  });

  test('A9: hold no formula, and a journal comes back from them word for word', async () => {
    const texts = hostileTexts.filter(
      (text) => /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u.test(text) && !text.includes('\0'),
    );
    const writing = texts.flatMap((text, index) => wrote(`h${index}`, text, monday));
    const table = writeTables(await records(writing))['journal.csv'] ?? '';
    const cells = readCsv(table)?.flat() ?? [];
    expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    const file = must(await readFile(new Blob([table]), here));
    expect(file.left).toEqual({});
    expect(file.records.map((record) => record.texts?.['body']).sort()).toEqual([...texts].sort());
  });

  test('from any program come in as entries, once', async () => {
    const table =
      'Date,Text\n2026-03-02,"Slept, and walked."\n2026-03-03,Second.\n2026-02-30,No such day.\n2026-03-04,\n2031-01-01,Later.\n2026-03-03,Second.\n';
    const file = must(await readFile(new Blob([table]), here));
    expect(file.left).toEqual({ noDay: 1, noText: 1, notYet: 1, twice: 1 });
    const ledger = await openRig();
    const { find } = must(await ledger.whole());
    const plan = must(await planImport(file, find, { bringBack: false }));
    expect(plan).toMatchObject({ fresh: { journalEntry: 2 }, days: { first: '2026-03-02', last: '2026-03-03' } });
    must(await ledger.commit(plan.edits));
    expect(must(await planImport(file, find, { bringBack: false }))).toMatchObject({ edits: [], here: 2 });
    expect(await rowsIn(ledger)).toHaveLength(2);
  });

  test.each(['a,b\n1,2\n', 'date\n2026-03-02\n', 'text\nx\n'])(
    'without a day and a text are not known: %j',
    async (text) => {
      expect(await readFile(new Blob([text]), here)).toEqual({ ok: false, error: { type: 'notKnown' } });
    },
  );
});

test('A32: the names of files, and of files in files, tell a list of downloads nothing', async () => {
  const rows = await records(...shared, ...unshared);
  const names = formats.map((format) => fileOf(rows, format).name);
  expect(names).toEqual(['export-2026-11-23.zip', 'export-2026-11-23.json', 'tables-2026-11-23.zip']);
});

test('equal words give equal bytes', async () => {
  const rows = await records(...shared);
  for (const format of formats) expect(fileOf(rows, format).bytes).toEqual(fileOf(rows, format).bytes);
});
