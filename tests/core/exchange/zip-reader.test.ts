import { openZip } from '@core/exchange/zip-reader.ts';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { must } from '../../support/must.ts';
import { blobOf, directoryOf, renamed, zipOf } from '../../support/zips.ts';

const refused = async (bytes: Uint8Array<ArrayBuffer>) => {
  const opened = await openZip(blobOf(bytes));
  return opened.ok ? 'taken' : opened.error.type;
};
const readFrom = async (bytes: Uint8Array<ArrayBuffer>, name: string) => {
  const read = await must(await openZip(blobOf(bytes))).read(name);
  return read.ok ? strFromU8(read.value) : read.error.type;
};

test('an archive gives its files, in any folder and language', async () => {
  const bytes = zipOf({ 'Journal.json': '{"a":1}', 'photos/ä.txt': 'ü', 'deep/er/still.csv': 'x'.repeat(9999) });
  expect(must(await openZip(blobOf(bytes))).names).toEqual(['Journal.json', 'photos/ä.txt', 'deep/er/still.csv']);
  expect(await readFrom(bytes, 'Journal.json')).toBe('{"a":1}');
  expect(await readFrom(bytes, 'photos/ä.txt')).toBe('ü');
  expect(await readFrom(bytes, 'deep/er/still.csv')).toBe('x'.repeat(9999));
  expect(await readFrom(bytes, 'missing')).toBe('damaged');
});

describe('A7: an archive is refused whole', () => {
  test.each(['../../e.txt', '/etc/pass!', 'a/../../b.x', 'C:/boot.ini', 'a\\..\\b.txt', 'a/./b/c.tx', 'a//bcdef.t'])(
    'for the name %j',
    async (name) => {
      const honest = 'x'.repeat(name.length);
      expect(await refused(renamed(zipOf({ [honest]: 'text' }), honest, name))).toBe('oddNames');
    },
  );

  test('for two files of one name, also when only the letters differ in size', async () => {
    expect(await refused(renamed(zipOf({ 'aaaa.txt': '1', 'bbbb.txt': '2' }), 'bbbb.txt', 'aaaa.txt'))).toBe(
      'oddNames',
    );
    expect(await refused(zipOf({ 'aaaa.txt': '1', 'AAAA.txt': '2' }))).toBe('oddNames');
  });

  test('when it is locked, cut off, or holds something before or after itself', async () => {
    const bytes = zipOf({ 'a.txt': 'text' });
    const locked = bytes.slice();
    const { view, at } = directoryOf(locked);
    view.setUint16(at + 8, 1, true);
    expect(await refused(locked)).toBe('encrypted');
    expect(await refused(bytes.slice(0, -1))).toBe('damaged');
    expect(await refused(bytes.slice(0, 40))).toBe('damaged');
    expect(await refused(Uint8Array.of(...bytes, 1, 2, 3))).toBe('damaged');
    expect(await refused(new Uint8Array(0))).toBe('damaged');
  });

  test('when its directory points anywhere else', async () => {
    for (const field of [10, 12, 16]) {
      const bytes = zipOf({ 'a.txt': 'text' });
      new DataView(bytes.buffer).setUint16(bytes.length - 22 + field, 60_000, true);
      expect(await refused(bytes), `field ${field}`).toBe('damaged');
    }
  });

  test('whatever bytes are changed, it answers and never throws', async () => {
    const bytes = zipOf({ 'a.txt': 'text', 'b.txt': 'x'.repeat(500) });
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = 255 - (changed[at] ?? 0);
      const opened = await openZip(blobOf(changed));
      if (!opened.ok) continue;
      for (const name of opened.value.names) {
        const read = await opened.value.read(name);
        if (read.ok) expect(['text', 'x'.repeat(500)]).toContain(strFromU8(read.value));
      }
    }
  });
});

describe('A6: a file that swells', () => {
  const bomb = zipOf({ 'Journal.json': '0'.repeat(20_000_000) });

  test('is refused before it is unpacked when it says how large it is', async () => {
    const bytes = bomb.slice();
    expect(bytes.length).toBeLessThan(100_000);
    const start = performance.now();
    expect(await readFrom(bytes, 'Journal.json')).toBe('swollen');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('is given up when it goes beyond what it said, without holding it in memory', async () => {
    const bytes = bomb.slice();
    const { view, at } = directoryOf(bytes);
    view.setUint32(at + 24, 5000, true);
    const [start, before] = [performance.now(), process.memoryUsage().rss];
    expect(await readFrom(bytes, 'Journal.json')).toBe('swollen');
    expect(performance.now() - start).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('is damaged when it is smaller than it said, or not what its sum says', async () => {
    for (const field of [16, 24]) {
      const bytes = zipOf({ 'a.txt': 'some text' });
      const { view, at } = directoryOf(bytes);
      view.setUint32(at + field, 77, true);
      expect(await readFrom(bytes, 'a.txt')).toBe('damaged');
    }
  });

  test('is refused when many together go beyond what one archive may hold', async () => {
    const bytes = zipOf({ 'a.json': 'text', 'b.json': 'text' });
    const { view, at } = directoryOf(bytes);
    for (const entry of [at, at + 46 + 6]) {
      view.setUint32(entry + 20, 1_000_000, true);
      view.setUint32(entry + 24, 60_000_000, true);
    }
    const zip = must(await openZip(blobOf(bytes)));
    expect(await zip.read('a.json')).toEqual({ ok: false, error: { type: 'damaged' } });
    expect(await zip.read('b.json')).toEqual({ ok: false, error: { type: 'tooLarge' } });
  });
});
