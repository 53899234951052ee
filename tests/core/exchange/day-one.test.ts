import { readFile } from '@core/exchange/read-file.ts';
import { zoneOffsets } from '@core/exchange/zone-offset.ts';
import { describe, expect, test } from 'vitest';
import { here } from '../../support/exchange.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { must } from '../../support/must.ts';
import { blobOf, dayOneZip, zipOf } from '../../support/zips.ts';

const entry = (more: object = {}) => ({
  ...{ uuid: 'A1B2', creationDate: '2025-03-04T07:30:00Z', timeZone: 'Europe/Budapest', text: 'A plain day.' },
  ...more,
});
const read = async (...entries: object[]) => must(await readFile(blobOf(dayOneZip(entries)), here));

describe('an entry of Day One', () => {
  test('becomes an entry of the day and the hour where it was written', async () => {
    const { source, records, left } = await read(
      entry({ tags: ['bus', 'Home'], modifiedDate: '2026-01-01T00:00:00Z' }),
    );
    expect({ source, left }).toEqual({ source: 'dayOne', left: {} });
    expect(records).toEqual([
      {
        was: 'A1B2',
        kind: 'journalEntry',
        place: { name: 'dayone|A1B2' },
        set: {
          ...{ day: '2025-03-04', heavy: false, promptKey: null, 'tag:bus': true, 'tag:Home': true, deleted: false },
          when: { zone: 'Europe/Budapest', offset: 60, at: Date.parse('2025-03-04T07:30:00Z') },
        },
        texts: { body: 'A plain day.' },
      },
    ]);
  });

  test.each([
    ['2025-03-04T23:30:00Z', 'Europe/Budapest', '2025-03-05', 60],
    ['2025-03-04T23:30:00Z', 'America/Los_Angeles', '2025-03-04', -480],
    ['2025-07-01T02:00:00Z', 'America/New_York', '2025-06-30', -240],
    ['2025-07-01T20:00:00Z', 'Asia/Kathmandu', '2025-07-02', 345],
    ['2025-07-01T11:00:00Z', 'Pacific/Kiritimati', '2025-07-02', 840],
    ['2025-03-04T23:30:00Z', 'No/Such', '2025-03-05', 60],
    ['2025-03-04T23:30:00Z', undefined, '2025-03-05', 60],
  ])('written at %s in %s is of %s', async (creationDate, timeZone, day, offset) => {
    const [record] = (await read(entry({ creationDate, timeZone }))).records;
    expect(record?.set).toMatchObject({ day, when: { offset } });
  });

  test('loses the backslashes that Day One puts before signs, and the places of its pictures', async () => {
    const text = 'At 18\\.30 \\(late\\)\\! \\- twice\n\n![](dayone-moment://ABC123)\n\nAfter.';
    const { records, left } = await read(entry({ text, photos: [{ identifier: 'ABC123' }, { identifier: 'D' }] }));
    expect(records[0]?.texts).toEqual({ body: 'At 18.30 (late)! - twice\n\n\nAfter.' });
    expect(left).toEqual({ media: 2 });
  });

  test('keeps every hostile text as a text', async () => {
    const { records } = await read(
      ...hostileTexts.map((text, index) => entry({ uuid: `u${index}`, text: `.${text}.` })),
    );
    expect(records).toHaveLength(hostileTexts.length);
    expect(records.every(({ texts }) => typeof texts?.['body'] === 'string')).toBe(true);
  });
});

test('what cannot come along is named with its reason', async () => {
  const { records, left } = await read(
    entry({ uuid: 'a', starred: true, isPinned: true, location: { placeName: 'Home' }, weather: { code: 'rain' } }),
    entry({ uuid: 'a', text: 'The same once more.' }),
    entry({ uuid: 'b', text: '![](dayone-moment://X)', photos: [{}] }),
    entry({ uuid: 'c', text: 'x'.repeat(200_001) }),
    entry({ uuid: 'd', creationDate: '2030-01-01T00:00:00Z' }),
    entry({ uuid: 'e', creationDate: '1800-01-01T00:00:00Z' }),
    entry({ uuid: 'f', tags: ['fine', 'x'.repeat(41), 7, 'a\u202Eb'] }),
    entry({ uuid: 'g', text: undefined }),
    entry({ uuid: 7 }),
    entry({ uuid: 'h', creationDate: 'yesterday' }),
    entry({ uuid: 'i', text: { type: 'img', props: {} } }),
  );
  expect(records.map(({ was }) => was)).toEqual(['a', 'f']);
  expect(left).toEqual({
    ...{ stars: 1, places: 1, twice: 1, noText: 3, media: 1, tooLong: 1, notYet: 1, noDay: 1, tags: 2, unreadable: 2 },
  });
});

test('several journals of one archive come together, and a bare file does too', async () => {
  const journal = (uuid: string) => JSON.stringify({ metadata: { version: '1.0' }, entries: [entry({ uuid })] });
  const zip = zipOf({
    'Work.json': journal('a'),
    'Home.json': journal('b'),
    'photos/x.jpeg': '\xFF',
    'notes.json': '{}',
  });
  expect(must(await readFile(blobOf(zip), here)).records.map(({ was }) => was)).toEqual(['a', 'b']);
  expect(must(await readFile(new Blob([journal('c')]), here)).records.map(({ was }) => was)).toEqual(['c']);
});

test.each([
  ['notKnown', { 'other.json': '{"a":1}' }],
  ['notKnown', { 'readme.txt': 'text' }],
  ['damaged', { 'Journal.json': '{"entries":[' }],
  ['empty', { 'Journal.json': '{"entries":[]}' }],
])('an archive is refused as %s when it holds %j', async (type, files) => {
  expect(await readFile(blobOf(zipOf(files)), here)).toEqual({ ok: false, error: { type } });
});

test('A4, A5: entries of any shape do not reach further than their own entry', async () => {
  const odd = `{"entries":[null,7,"x",[],{"__proto__":{"uuid":"p"}},${'{"tags":'.repeat(3000)}1${'}'.repeat(3000)},
    {"uuid":"ok","creationDate":"2025-03-04T07:30:00Z","text":"Fine.","tags":{"length":9},"photos":{"length":1e400}}]}`;
  const read = must(await readFile(new Blob([odd]), here));
  expect(read.records.map(({ was }) => was)).toEqual(['ok']);
  expect(read.left).toEqual({ unreadable: 6 });
  expect(({} as { uuid?: string }).uuid).toBeUndefined();
});

test('an offset is the one of that zone on that day, also over the hour that comes twice', () => {
  const offsetAt = zoneOffsets();
  expect(offsetAt(Date.parse('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe(120);
  expect(offsetAt(Date.parse('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe(60);
  expect(offsetAt(Date.parse('1920-01-01T12:00:30Z'), 'UTC')).toBe(0);
  expect(offsetAt(0, 'No/Such')).toBeUndefined();
  expect(offsetAt(Number.POSITIVE_INFINITY, 'UTC')).toBeUndefined();
});
