// A23, A31: what a stored header may ask for, and what it takes to be believed.

import { base64Url, utf8 } from '@core/kernel/bytes.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { reveal } from '@core/kernel/redacted.ts';
import { unlock } from '@core/store/lock.ts';
import { typed } from '@core/store/typed-connection.ts';
import { commitmentOf, parseHeader } from '@core/vault/keys.ts';
import type { LockedHeader } from '@core/vault/schema.ts';
import {
  type Frame,
  type Kdf,
  openByIdentity,
  openByPassphrase,
  type PassphraseWay,
  parseWays,
  usualCost,
  wrapByPassphrase,
  wrapToRecipient,
} from '@core/vault/ways.ts';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { must } from '../../support/vault-rig.ts';
import { createOrigin, quickKdf, tools, win, words } from './rig.ts';

const key = systemRandom.bytes(32);
const other = systemRandom.bytes(32);
const frame = async (of = key): Promise<Frame> => ({ vault: 'v', generation: 'g', commit: await commitmentOf(of) });
const wrap = async (of = key, under = frame()) =>
  wrapByPassphrase(await under, of, words('a quiet place'), quickKdf, systemRandom);

describe('A23 the cost of a guess', () => {
  test.each([
    ['next to no memory', { m: 8, t: 1 }],
    ['less memory than OWASP asks', { m: 19 * 1024 - 1 }],
    ['one pass', { t: 1 }],
    ['8 GiB', { m: 8 * 1024 * 1024 }],
    ['a thousand passes', { t: 1000 }],
    ['a hundred lanes', { p: 100 }],
    ['no lane', { p: 0 }],
    ['memory that is no number', { m: '65536' }],
    ['half a pass', { t: 2.5 }],
    ['endless memory', { m: Number.POSITIVE_INFINITY }],
    ['a short salt', { salt: new Uint8Array(8) }],
    ['no box', { box: undefined }],
  ])('with %s a stored way is not believed', async (_name, change) => {
    const way = await wrap();
    expect(parseWays([way])).toEqual([way]);
    expect(parseWays([{ ...way, ...change }])).toEqual([]);
  });

  test('what the product makes itself is believed', async () => {
    expect(parseWays([{ ...(await wrap()), ...usualCost }])).toHaveLength(1);
  });

  test('a foreign way beside a sound one is passed over', async () => {
    const way = await wrap();
    for (const junk of [null, undefined, 7, 'way', [], {}, { kind: 'face', box: way.box }, { ...way, m: 8 }]) {
      expect(parseWays([junk, way])).toEqual([way]);
    }
  });

  test.each([8, 8 * 1024 * 1024])('an altered header with m = %i KiB is named, and nothing is tried', async (m) => {
    const origin = createOrigin();
    const ledger = await origin.open();
    must(await ledger.commit([win('a')]));
    must(await ledger.changeLock({ lock: 'locked', passphrase: words('a quiet place'), recipients: [] }, tools));
    const here = origin.page();
    await here.keyPlace.clear();
    const header = parseHeader(
      must(await here.connection.use((db) => typed(db).get('meta', 'header'))),
    ) as LockedHeader;
    const ways = header.ways.map((way) => ({ ...(way as PassphraseWay), m, t: 1 }));
    must(await here.connection.use((db) => typed(db).put('meta', { ...header, ways }, 'header')));
    let tried = 0;
    const kdf: Kdf = (...asked) => {
      tried += 1;
      return quickKdf(...asked);
    };
    const answer = await unlock(here, { by: 'passphrase', passphrase: words('a quiet place') }, { ...tools, kdf });
    expect(answer).toEqual({ ok: false, error: { type: 'altered' } });
    expect(tried).toBe(0);
    expect(await here.keyPlace.read()).toBeUndefined();
    here.connection.close();
  });
});

describe('A31 a wrapper opens for the one key that its header is committed to', () => {
  const open = async (way: PassphraseWay, under: Frame | Promise<Frame> = frame()) =>
    openByPassphrase(await under, way, words('a quiet place'), quickKdf);

  test('the sound one opens', async () => {
    const opened = await open(await wrap());
    expect(opened && base64Url(reveal(opened))).toBe(base64Url(key));
  });

  test('a box that opens, but to another key, is refused', async () => {
    expect(await open(await wrap(other))).toBeUndefined();
  });

  test('a commitment put in afterwards does not open the box', async () => {
    expect(await open(await wrap(other, frame(other)), frame(key))).toBeUndefined();
    expect(await open(await wrap(key), frame(other))).toBeUndefined();
  });

  test('a wrapper of another vault, or of an earlier key of this one, is refused', async () => {
    const way = await wrap();
    expect(await open(way, { ...(await frame()), vault: 'w' })).toBeUndefined();
    expect(await open(way, { ...(await frame()), generation: 'h' })).toBeUndefined();
  });

  test('no part of the header can be changed', async () => {
    const way = await wrap();
    const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => (index === 0 ? byte ^ 1 : byte));
    for (const part of ['salt', 'nonce', 'box'] as const) {
      expect(await open({ ...way, [part]: flip(way[part]) }), part).toBeUndefined();
    }
    for (const part of ['m', 't', 'p'] as const) {
      expect(await open({ ...way, [part]: way[part] + 1 }), part).toBeUndefined();
    }
  });

  test('the same holds for a recovery code or passkey', async () => {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const by = async (way: Awaited<ReturnType<typeof wrapToRecipient>>, under = frame()) =>
      openByIdentity(await under, way, words(identity));
    const way = { kind: 'recovery' as const, recipient };
    expect(await by(await wrapToRecipient(await frame(), key, way))).toBeDefined();
    expect(await by(await wrapToRecipient(await frame(), other, way))).toBeUndefined();
    expect(await by(await wrapToRecipient(await frame(other), other, way))).toBeUndefined();
    const stranger = { ...(await frame()), vault: 'w' };
    expect(await by(await wrapToRecipient(stranger, key, way))).toBeUndefined();

    // Anybody can encrypt to a public key: what comes out is believed no more than what lies in clear.
    for (const forged of ['', '[]', 'null', '{}', '{"vault":"v","generation":"g","key":"AA"}']) {
      const age = new Encrypter();
      age.addRecipient(recipient);
      expect(await by({ ...way, box: new Uint8Array(await age.encrypt(utf8(forged))) })).toBeUndefined();
    }
  });
});
