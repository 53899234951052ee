import { gzipSync } from 'node:zlib';
import { recoveryIdentity } from '@core/backup/identity.ts';
import { backupLockOf } from '@core/backup/open.ts';
import { reveal } from '@core/kernel/redacted.ts';
import { ok } from '@core/kernel/result.ts';
import { parseRecoveryCode } from '@core/vault/recovery-code.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  backUp,
  encrypted,
  fileOf,
  forged,
  forgedHead,
  newCode,
  open,
  passphraseKey,
  smallRecord,
  verdict,
} from '../../support/backups.ts';
import { must } from '../../support/vault-rig.ts';

let code: Awaited<ReturnType<typeof newCode>>;
let bytes: Uint8Array;

beforeAll(async () => {
  code = await newCode();
  bytes = (await backUp(await smallRecord(), code)).bytes;
});

describe('a backup', () => {
  test('holds every record, deleted ones and those of later versions included', async () => {
    const { head, rows } = await open(bytes, code.key);
    expect(head).toMatchObject({ schema: 1, day: '2026-11-23', seq: 7, rows: 7 });
    expect(rows.map(({ kind }) => kind).sort()).toEqual(
      ['commitment', 'journalEntry', 'ofTomorrow', 'outcome', 'win', 'win', 'win'].sort(),
    );
    expect(rows.find(({ id }) => id === 'w2')?.fields['deleted']).toBe(true);
    expect(JSON.parse(JSON.stringify(rows.find(({ id }) => id === 't1')?.fields))).toEqual({
      unknown: { deep: [1, 'two'] },
    });
  });

  test('is opened by the recovery code as it was typed from paper, and by no other', async () => {
    const secret = must(await parseRecoveryCode(code.text.toLowerCase().replaceAll('-', ' ')));
    expect(reveal(await recoveryIdentity(secret))).toBe(reveal(code.identity));
    expect(await verdict(bytes, { identity: await recoveryIdentity(secret) })).toBe('opened');
    expect(await verdict(bytes, (await newCode()).key)).toBe('wrongCode');
    expect(await verdict(bytes, passphraseKey('anything'))).toBe('needsCode');
  });

  test('is opened by its passphrase and by no other', async () => {
    const made = await backUp(await smallRecord(), passphraseKey('seven quiet herons'));
    expect(must(await backupLockOf(fileOf(made.bytes)))).toBe('passphrase');
    expect(await verdict(made.bytes, passphraseKey('seven quiet herons'))).toBe('opened');
    expect(await verdict(made.bytes, passphraseKey('seven quiet heron'))).toBe('wrongPassphrase');
    expect(await verdict(made.bytes, code.key)).toBe('needsPassphrase');
  });

  test('opens with the key that proves it, and its digest is the one it was made with', async () => {
    const made = await backUp(await smallRecord(), code);
    expect((await open(made.bytes, made.proof)).digest).toBe(made.digest);
    expect((await open(made.bytes, code.key)).digest).toBe(made.digest);
  });

  test('says how many records could not be read, and holds all the others', async () => {
    const ledger = await smallRecord();
    await ledger.withVault(async ({ connection }) => {
      const row = must(await connection.use((db) => db.get('rows', 'w1')));
      if (row) must(await connection.write((db) => db.put('rows', { ...row, box: row.box.slice(1) })));
      return ok(undefined);
    });
    const made = await backUp(ledger, code);
    expect(made.unread).toBe(1);
    expect((await open(made.bytes, code.key)).rows).toHaveLength(6);
  });

  test('of an empty record can be made and opened', async () => {
    const made = await backUp(await (await import('../../support/vault-rig.ts')).openRig(), code);
    expect((await open(made.bytes, code.key)).rows).toEqual([]);
  });
});

describe('what is no good backup is refused with one word', () => {
  test('cut short at any kilobyte, and at any byte of its head (F41)', async () => {
    const long = await encrypted(forged([{ ...forgedHead }, ...manyRows(3000)]), code.key);
    expect(long.length).toBeGreaterThan(20_000);
    for (let length = 1024; length < long.length; length += 1024) {
      expect(await verdict(long.subarray(0, length), code.key), `${length} bytes`).toBe('damaged');
    }
    for (let length = 1; length < 400; length++) {
      expect(['damaged', 'notBackup'], `${length} bytes`).toContain(await verdict(bytes.subarray(0, length), code.key));
    }
    expect(await verdict(bytes.subarray(0, bytes.length - 1), code.key)).toBe('damaged');
    expect(await verdict(new Uint8Array(0), code.key)).toBe('empty');
  });

  test('with one bit turned, at every 97th bit (F41)', async () => {
    const verdicts = new Map<string, number>();
    for (let bit = 0; bit < bytes.length * 8; bit += 97) {
      const turned = Uint8Array.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const said = await verdict(turned, code.key);
      verdicts.set(said, (verdicts.get(said) ?? 0) + 1);
    }
    expect([...verdicts.keys()]).not.toContain('opened');
    expect(verdicts.get('damaged')).toBeGreaterThan(50);
  });

  test('with something after its end', async () => {
    expect(await verdict(Buffer.concat([bytes, Buffer.from('x')]), code.key)).toBe('damaged');
    expect(
      await verdict(await encrypted(Buffer.concat([forged([forgedHead]), Buffer.from('x')]), code.key), code.key),
    ).toBe('damaged');
    expect(await verdict(await encrypted(gzipSync(`${JSON.stringify(forgedHead)}\n`), code.key), code.key)).toBe(
      'damaged',
    );
  });

  test('made by a newer version, in the file or in its rows (F41)', async () => {
    const newer = [
      { ...forgedHead, v: 2 },
      { ...forgedHead, schema: 2 },
      { ...forgedHead, v: 3, naming: 7 },
    ];
    for (const head of newer) expect(await verdict(await encrypted(forged([head]), code.key), code.key)).toBe('newer');
  });

  test('of another kind (A7)', async () => {
    const others = [
      ...[Buffer.from('PK\u0003\u0004 a zip'), Buffer.from('{"json": true}'), gzipSync('{}'), Buffer.alloc(4096)],
      ...[
        Buffer.from('age-encryption.org/v2\n-> X25519 abc\n--- abc\n'),
        Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----'),
      ],
    ];
    for (const other of others) expect(await verdict(other, code.key)).toBe('notBackup');
    expect(await verdict(await encrypted(gzipSync('hello\n'), code.key), code.key)).toBe('notBackup');
    expect(await verdict(await encrypted(gzipSync(''), code.key), code.key)).toBe('notBackup');
    expect(await verdict(await encrypted(Buffer.from('not compressed'), code.key), code.key)).toBe('damaged');
    const huge = Object.defineProperty(fileOf(bytes), 'size', { value: 2 ** 31 });
    expect(await verdict(huge, code.key)).toBe('tooLarge');
  });

  test('asking for too little or too much work for its passphrase (A23, A31)', async () => {
    const key = passphraseKey('p');
    expect(await verdict(await encrypted(forged([forgedHead]), key, 10), key)).toBe('opened');
    const file = Buffer.from(await encrypted(forged([forgedHead]), key, 10)).toString('latin1');
    for (const work of ['1', '9', '19', '30', '99', '010', '1e1', '-1', '']) {
      const forgedWork = file.replace(/^(-> scrypt \S+) 10$/m, `$1 ${work}`);
      expect(await verdict(Buffer.from(forgedWork, 'latin1'), key), work).toBe('notBackup');
    }
  });

  test('that says something else than it holds', async () => {
    const row = rowLine('a');
    const files: [string, Uint8Array][] = [
      ['fewer rows', forged([forgedHead, row], { end: true, rows: 2, digest: 'x' })],
      ['another digest', forged([forgedHead, row], { end: true, rows: 1, digest: 'A'.repeat(43) })],
      ['no order', forged([forgedHead, rowLine('b'), rowLine('a')])],
      ['one row twice', forged([forgedHead, row, row])],
      ['no head', forged([row])],
    ];
    for (const [name, file] of files) {
      expect(['damaged', 'notBackup'], name).toContain(await verdict(await encrypted(file, code.key), code.key));
    }
  });

  test('with rows that no row can be (A4, A5)', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const packed = (fields: string) => `{"id":"a","k":"win","f":${fields},"s":"000000001.0000.aaaaaaaa"}`;
    const rows = [
      ...['{"id":"a"}', '[]', 'null', '7', '"text"', '{', packed('null'), packed('[]'), packed('{"x":1e999}')],
      ...[
        packed(`{"x":${deep}}`),
        packed('{"__proto__":{"polluted":1}}'),
        packed('{"a":{"constructor":{"prototype":{}}}}'),
      ],
      ...[packed(`{"x":"${'y'.repeat(500_000)}"}`), packed('{"\\ud800":1}'), packed('{"x":1}').replace('"s":', '"t":')],
      ...[
        packed('{"x":1}').replace('"id":"a"', '"id":7'),
        packed('{"x":1}').replace('"id":"a"', `"id":"${'i'.repeat(1e6)}"`),
      ],
      ...[packed('{"x":1}').replace('"id":"a"', '"id":"\\ud800"'), packed('{"x":1}').replace('000000001', 'now')],
    ];
    for (const row of rows) {
      expect(await verdict(await encrypted(forged([forgedHead, row]), code.key), code.key), row.slice(0, 90)).toBe(
        'damaged',
      );
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('that unpacks to more than a life (A6)', async () => {
    const limits = { textBytes: 4e6, lineBytes: 1e6, rows: 1000 };
    const bombs = [
      ['one endless line', gzipSync(Buffer.alloc(3e6, 0x20))],
      [
        'endless lines',
        gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(forgedHead)}\n`), Buffer.alloc(6e6, 0x20)])),
      ],
      ['too many rows', forged([forgedHead, ...manyRows(1001)])],
    ] as const;
    for (const [name, bomb] of bombs) {
      expect(await verdict(await encrypted(bomb, code.key), code.key, { limits }), name).toBe('tooLarge');
    }
    const before = process.memoryUsage().arrayBuffers;
    const bomb = gzipSync(Buffer.alloc(200e6, 0x0a));
    const started = performance.now();
    expect(bomb.length).toBeLessThan(300_000);
    expect(await verdict(await encrypted(bomb, code.key), code.key)).toBe('notBackup');
    expect(await verdict(await encrypted(gzipSync(Buffer.alloc(200e6, 0x20)), code.key), code.key)).toBe('tooLarge');
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300e6);
  });
});

const rowLine = (id: string) => ({ id, k: 'win', f: { note: id }, s: '000000001.0000.aaaaaaaa' });

/** Rows that do not compress well. */
function manyRows(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...rowLine(`r${String(index).padStart(8, '0')}`),
    f: { note: Buffer.from(`${Math.sin(index)}${Math.cos(index)}`).toString('base64') },
  }));
}
