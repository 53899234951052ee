import { newAppreciation } from '@core/domain/appreciation.ts';
import { newCelebration } from '@core/domain/celebration.ts';
import { newEntry } from '@core/domain/journal-entry.ts';
import { results } from '@core/domain/outcome.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import { winTypes } from '@core/domain/win.ts';
import { chooseRows, parts } from '@core/exchange/choose.ts';
import { type ToldWins, toWritten, writeJson } from '@core/exchange/json-format.ts';
import { planImport, takeBack } from '@core/exchange/plan.ts';
import { readFile } from '@core/exchange/read-file.ts';
import { findToldWins } from '@core/exchange/told-wins.ts';
import type { Edit, Fields, Json } from '@core/kernel/record.ts';
import { parseJson } from '@core/merge/bounded-json.ts';
import type { Ledger } from '@core/store/ledger.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { here, rowsIn } from '../../support/exchange.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { must } from '../../support/must.ts';
import { actOn, answered, back, monday, promised, won, wrote } from '../../support/records.ts';
import { openRig } from '../../support/vault-rig.ts';

async function exported(ledger: Ledger): Promise<{ text: string; told: ToldWins }> {
  const whole = must(await ledger.whole());
  const rows = chooseRows(must(await whole.rows()).rows, parts, 'myself');
  const told = must(await findToldWins(rows, whole.find));
  return { text: writeJson(rows, told, monday), told };
}

const incoming = async (text: string) => readFile(new Blob([text]), here);

async function takenIn(ledger: Ledger, text: string, bringBack = false) {
  const plan = must(await planImport(must(await incoming(text)), must(await ledger.whole()).find, { bringBack }));
  const ids = plan.edits.length > 0 ? must(await ledger.commit(plan.edits)).ids : [];
  return { plan, ids };
}

/** Records as a file has them, without the ids that each vault derives for itself. */
async function plainRecords(ledger: Ledger) {
  const { told } = await exported(ledger);
  const rows = await rowsIn(ledger);
  const derived = new Map(
    rows.flatMap((row) => {
      const { id, kind, fields } = row;
      if (kind === 'outcome') return [[id, `answer to ${fields['of']} on ${fields['day']}`]];
      return told.has(id) ? [[id, `told ${told.get(id)} on ${fields['day']}`]] : [];
    }),
  );
  const named = (id: Json | undefined) => derived.get(String(id)) ?? id;
  return rows
    .map((row) => toWritten(row, told))
    .map(({ fields, ...rest }) => ({
      ...rest,
      id: named(rest.id),
      fields: { ...fields, ...('of' in fields && { of: named(fields['of']) }) },
    }))
    .sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1));
}

const act = actOn(monday);
const aWhole: readonly (readonly Edit[])[] = [
  promised('home', 'Home by 18:30.', { glance: 'Half past', dueTime: '18:30' }, back(9)),
  answered('home', back(1), 'partly', 'Ten past.'),
  answered('home', monday, 'changedWithNotice'),
  won('w', 'listened', monday, 'All of it.'),
  [newAppreciation({ day: monday, what: 'Left the light on.', saidAloud: true }, act, 'kind')],
  [newCelebration({ of: 'w', day: monday, stage: 'app', ownWords: 'Quiet.' }, act, 'c')],
  [newEntry({ day: monday, body: 'A body\n\nof two.', heavy: true, tags: ['bus', 'home'] }, act, 'e')],
  [
    {
      kind: 'laterKind',
      row: { id: 'later-1' },
      set: { day: monday, deleted: false, shape: { deep: [1, null, { x: true }] } },
      texts: { long: { text: 'A later text.', over: [] } },
    },
  ],
  [{ kind: 'win', row: { id: 'w' }, set: { laterField: [1, 2] } }],
  [settingsEdit({ started: true })],
];

async function filled(writing = aWhole): Promise<Ledger> {
  const ledger = await openRig();
  for (const edits of writing) must(await ledger.commit(edits));
  return ledger;
}

describe('import(export(x)) = x', () => {
  test('record by record, with fields and kinds of a later version, in a vault that names its rows otherwise', async () => {
    const [one, other] = [await filled(), await openRig()];
    const { plan } = await takenIn(other, (await exported(one)).text);
    expect(plan.fresh).toEqual({
      commitment: 1,
      outcome: 2,
      win: 2,
      appreciation: 1,
      celebration: 1,
      journalEntry: 1,
      laterKind: 1,
    });
    const before = (await plainRecords(one)).filter(({ kind }) => kind !== 'settings');
    expect(before).toHaveLength(9);
    expect(await plainRecords(other)).toEqual(before);
    expect((await exported(other)).text.length).toBe((await exported(one)).text.length);
  });

  test('an answer that came in is the one that the next press finds, and its win goes with it', async () => {
    const [one, other] = [await filled(), await openRig()];
    await takenIn(other, (await exported(one)).text);
    must(await other.commit(answered('home', monday, 'kept')));
    const rows = await rowsIn(other);
    expect(rows.filter(({ kind, fields }) => kind === 'outcome' && fields['day'] === monday)).toHaveLength(1);
    expect(rows.filter(({ fields }) => fields['of'] === 'toldEarly')).toEqual([]);
  });

  test('whatever the records hold', async () => {
    const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'grapheme' })).map((one) => `.${one}`);
    const day = fc.nat(40).map((days) => back(days));
    const short = text.map((one) => Array.from(one).slice(0, 400).join('').toWellFormed());
    const edits = fc.oneof(
      fc.record({ day, note: short, type: fc.constantFrom(...winTypes) }).map(
        ({ day, note, type }): Edit => ({
          kind: 'win',
          row: { id: `w-${day}` },
          set: { day, of: type.type, value: type.value, note, deleted: false },
        }),
      ),
      fc.record({ day, body: text }).map(({ day, body }) => wrote(`e-${day}`, body.toWellFormed(), day)[0] as Edit),
      fc
        .record({ day, result: fc.constantFrom(...results), note: short })
        .map(({ day, result, note }) => answered('home', day, result, note)[0] as Edit),
      fc
        .record({
          day,
          name: fc.constantFrom('x', 'toString', 'tag:__proto__'),
          value: fc.jsonValue({ maxDepth: 3 }).filter(fits) as fc.Arbitrary<Json>,
        })
        .map(
          ({ day, name, value }): Edit => ({ kind: 'laterKind', row: { id: `l-${day}` }, set: { day, [name]: value } }),
        ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { maxLength: 12 }), async (acts) => {
        const [one, other] = [
          await filled([promised('home', 'Home.', {}, back(40)), ...unlike(acts).map((edit) => [edit])]),
          await openRig(),
        ];
        await takenIn(other, (await exported(one)).text);
        expect(await plainRecords(other)).toEqual(await plainRecords(one));
        expect((await takenIn(one, (await exported(one)).text)).plan.edits).toEqual([]);
        one.close();
        other.close();
      }),
      { numRuns: 40 },
    );
  });
});

/** What a row can hold at all. */
const fits = (value: unknown): boolean => parseJson(value) !== undefined;

/** One edit for each row: an entry that is written twice would keep both. */
const unlike = (edits: readonly Edit[]): Edit[] => [
  ...new Map(edits.map((edit) => [JSON.stringify(edit.row), edit])).values(),
];

describe('a second time', () => {
  test('the same file brings nothing', async () => {
    const other = await openRig();
    const { text } = await exported(await filled());
    await takenIn(other, text);
    const again = await takenIn(other, text);
    expect(again.plan).toMatchObject({ edits: [], fresh: {}, here: 9, deleted: 0 });
  });

  test('what was changed or deleted here stays so, unless it is asked back', async () => {
    const one = await filled();
    const { text } = await exported(one);
    must(await one.commit([{ kind: 'win', row: { id: 'w' }, set: { note: 'Changed since.' } }]));
    must(await one.commit([{ kind: 'journalEntry', row: { id: 'e' }, set: { deleted: true } }]));
    const calm = await takenIn(one, text);
    expect(calm.plan).toMatchObject({ edits: [], here: 8, deleted: 1 });
    const asked = await takenIn(one, text, true);
    expect(asked.plan.edits).toHaveLength(1);
    const rows = await rowsIn(one);
    expect(rows.find(({ id }) => id === 'w')?.fields).toMatchObject({ note: 'Changed since.' });
    expect(rows.find(({ id }) => id === 'e')?.fields['body']).toMatchObject({
      text: 'A body\n\nof two.',
      conflict: false,
    });
  });

  test('taking it back takes exactly what came in, and it can come in again', async () => {
    const other = await filled([promised('mine', 'Mine.'), wrote('own', 'My own.', monday)]);
    const before = await plainRecords(other);
    const { text } = await exported(await filled());
    const { plan, ids } = await takenIn(other, text);
    const after = await plainRecords(other);
    must(await other.commit(takeBack(plan.edits, ids)));
    expect(await plainRecords(other)).toEqual(before);
    await takenIn(other, text, true);
    expect(await plainRecords(other)).toEqual(after);
  });
});

describe('A3, A4, A5: a file from a stranger', () => {
  const fileOf = (...members: string[]) =>
    `{"format":"kept-export","v":1,"day":"2026-11-23","records":[${members.join(',')}]}`;
  const win = (fields: string) => `{"id":"w","kind":"win","fields":{"of":"onTime","day":"2026-11-23"${fields}}}`;

  test.each<[string, string]>([
    ['a shape where a text belongs', win(',"note":{"type":"img","props":{"src":"x"},"constructor":null}')],
    ['a shape that Preact would draw', win(',"note":{"type":"img","props":{},"__v":1}')],
    ['a way to the prototype', win(',"__proto__":{"polluted":true}')],
    ['a longer way to the prototype', win(',"x":{"constructor":{"prototype":{"polluted":true}}}')],
    ['a way further down', win(`,"x":${'{"a":'.repeat(20)}{"__proto__":{"polluted":1}}${'}'.repeat(20)}`)],
    ['a number without end', win(',"x":1e400')],
    ['depth without end', win(`,"x":${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
    ['a text without end', win(`,"x":"${'x'.repeat(500_000)}"`)],
    ['a list without end', win(`,"x":[${'0,'.repeat(200_000)}0]`)],
    ['fields without end', win(Array.from({ length: 10_001 }, (_, index) => `,"f${index}":1`).join(''))],
    ['a name of a megabyte', win(`,"${'x'.repeat(1_000_000)}":1`)],
    ['a name of half a character', win(',"\\ud800":1')],
    [
      'a text with versions of its own',
      '{"id":"e","kind":"journalEntry","fields":{"day":"2026-11-23","body":{"~":"text","heads":[],"past":[],"gone":"zzzzzzzzz.zzzz.aaaaaaaa"}}}',
    ],
    ['a text with versions in a later field', win(',"later":{"~":"text","text":"x","gone":"zzzzzzzzz.zzzz.aaaaaaaa"}')],
    ['an id that is none', '{"id":"../w","kind":"win","fields":{"of":"onTime","day":"2026-11-23"}}'],
    ['a kind that is none', '{"id":"w","kind":"__proto__","fields":{}}'],
    ['a kind by another name of the prototype', '{"id":"w","kind":"constructor","fields":{}}'],
    ['a deleted record', win(',"deleted":true')],
    ['no record', 'null'],
    ['a number', '7'],
    ['a win of no type', '{"id":"w","kind":"win","fields":{"of":"glory","day":"2026-11-23"}}'],
  ])('%s is left behind, and nothing else', async (_name, member) => {
    const start = performance.now();
    const read = must(
      await incoming(fileOf(member, '{"id":"fine","kind":"win","fields":{"of":"onTime","day":"2026-11-23"}}')),
    );
    expect(performance.now() - start).toBeLessThan(1000);
    expect(read.left).toEqual({ unreadable: 1 });
    expect(read.records.map(({ was }) => was)).toEqual(['fine']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('settings do not come in: a file must not decide who sees a screen', async () => {
    const read = must(await incoming(fileOf('{"id":"s","kind":"settings","fields":{"glance":"own"}}')));
    expect(read).toMatchObject({ records: [], left: { settings: 1 } });
  });

  test('a row that is something else here stays what it is', async () => {
    const ledger = await filled();
    const taken = await takenIn(
      ledger,
      fileOf('{"id":"e","kind":"win","fields":{"of":"onTime","day":"2026-11-23"}}'),
      true,
    );
    expect(taken.plan).toMatchObject({ edits: [], here: 1 });
  });

  test.each([
    ['damaged', '{"format":"kept-export","v":1'],
    ['damaged', '{"format":"kept-export","v":1,"records":{}}'],
    ['damaged', '{"format":"kept-export","records":[]}'],
    ['newer', '{"format":"kept-export","v":2,"records":[]}'],
    ['notKnown', '{"format":"other"}'],
    ['notKnown', '\u0000\u0001'],
    ['notKnown', 'just a sentence'],
    ['empty', '{"format":"kept-export","v":1,"records":[]}'],
    ['empty', ''],
  ])('is refused as %s: %s', async (type, text) => {
    expect(await incoming(text)).toEqual({ ok: false, error: { type } });
  });

  test('A7: a file of two gigabytes is refused before it is read', async () => {
    const huge = Object.assign(new Blob(['{"format"']), {}) as Blob;
    Object.defineProperty(huge, 'size', { value: 2 ** 31 });
    Object.defineProperty(huge, 'arrayBuffer', { value: () => Promise.reject(new Error('it was read')) });
    expect(await readFile(huge, here)).toEqual({ ok: false, error: { type: 'tooLarge' } });
  });

  test('more records than one act can write are refused', async () => {
    const many = Array.from({ length: 20_001 }, () => '0');
    expect(await incoming(fileOf(...many))).toEqual({ ok: false, error: { type: 'tooMany' } });
  });
});

test('A1: every hostile text goes out and comes back as it is', async () => {
  const writing = hostileTexts.flatMap((text, index): Edit[] => wrote(`h-${index}`, text, monday));
  const [one, other] = [await filled([writing]), await openRig()];
  await takenIn(other, (await exported(one)).text);
  const bodies = new Map((await rowsIn(other)).map(({ id, fields }) => [id, (fields['body'] as Fields)['text']]));
  expect([...bodies.keys()]).toHaveLength(hostileTexts.length);
  expect(hostileTexts.filter((text, index) => bodies.get(`h-${index}`) !== text)).toEqual([]);
});

test('there are two hundred of them', () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
});
