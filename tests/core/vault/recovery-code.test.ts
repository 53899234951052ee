import { createHash, hkdfSync } from 'node:crypto';
import { systemRandom } from '@core/kernel/random.ts';
import { reveal } from '@core/kernel/redacted.ts';
import { newRecoveryCode, parseRecoveryCode, recoveryKek, recoveryScalar } from '@core/vault/recovery-code.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../../support/vault-rig.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeOf = (bytes: Uint8Array) =>
  newRecoveryCode({ ...systemRandom, bytes: () => Uint8Array.from(bytes) }).then(({ text }) => text);
const secretOf = async (text: string) => reveal(must(await parseRecoveryCode(text)));
const answerTo = async (text: string) => {
  const parsed = await parseRecoveryCode(text);
  return parsed.ok ? 'read' : parsed.error;
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

// Made by an independent program from the description in docs/data-format.md.
const vectors = [
  {
    secret: new Uint8Array(16),
    text: '0000-0000-0000-0000-0000-0000-00VM',
    kek: '51972fd5cbeeea0608b6e204917ad375ab5695a5f5f2ef3ccf4fd7b068bbe5ca',
    scalar: '46f2bb80b1b6f7165ab1686e42179c809639e261acbf6612224e0354833827f1',
  },
  {
    secret: new Uint8Array(16).fill(255),
    text: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZXDC',
    kek: 'e4f3461f3774ae088f0b657f3aa6ad54aded7ab43c8bce7e0d84f6a109a11edd',
    scalar: 'f0bba1c46c43c310836dd3c9878d6bb44f3fe4c00905f89f07e7b351e18adff6',
  },
  {
    secret: Uint8Array.from({ length: 16 }, (_, index) => index),
    text: '000G-40R4-0M30-E209-185G-R38E-1YZ4',
    kek: '48fc2d87adb294f56e5332dad7e62d2668ae08aca1e4c120df428f2694bd0c19',
    scalar: '78dbf8d7f450b9233ece214328f073b953f99f1fe054187d6a398f4cb7047f83',
  },
];

test.each(vectors)('the code $text is spelled, read and derived from as written down', async (vector) => {
  const random = { ...systemRandom, bytes: () => Uint8Array.from(vector.secret) };
  const code = await newRecoveryCode(random);
  expect(code.text).toBe(vector.text);
  expect(await secretOf(vector.text)).toEqual(vector.secret);
  expect(hex(await recoveryKek(code.secret))).toBe(vector.kek);
  expect(hex(await recoveryScalar(code.secret))).toBe(vector.scalar);
});

test('the two keys of a code are HKDF-SHA-256 as another implementation has it', async () => {
  const { secret } = await newRecoveryCode(systemRandom);
  const other = (info: string) => hex(new Uint8Array(hkdfSync('sha256', reveal(secret), '', info, 32)));
  expect(hex(await recoveryKek(secret))).toBe(other('1/recovery-kek'));
  expect(hex(await recoveryScalar(secret))).toBe(other('1/recovery-age'));
});

test('every code that is shown is read again, and two are never the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async (secret) => {
      expect(hex(await secretOf(await codeOf(secret)))).toBe(hex(secret));
    }),
  );
  const codes = await Promise.all(Array.from({ length: 200 }, () => newRecoveryCode(systemRandom)));
  expect(new Set(codes.map(({ text }) => text)).size).toBe(200);
  expect(codes.every(({ text }) => /^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/.test(text))).toBe(true);
});

test('small letters, blanks, other dashes or none, and letters that look like digits are all understood', async () => {
  const { text, secret } = await newRecoveryCode({ ...systemRandom, bytes: () => new Uint8Array(16).fill(0x08) });
  const forms = [
    ...[text.toLowerCase(), text.replaceAll('-', ''), text.replaceAll('-', ' '), ` ${text}\n`],
    ...[text.replaceAll('-', '\u2013'), text.replaceAll('-', '\u2011'), text.replaceAll('0', 'O').replaceAll('1', 'l')],
    ...[text.replaceAll('1', 'I').replaceAll('0', 'o')],
  ];
  expect(text).toMatch(/0.*1|1.*0/);
  for (const form of forms) expect(await secretOf(form)).toEqual(reveal(secret));
});

test('what is no code at all is told apart from one that was mistyped', async () => {
  const text = await codeOf(Uint8Array.from({ length: 16 }, (_, index) => index * 7));
  const noCode = ['', text.slice(0, -1), `${text}0`, text.replace(/^./, 'U'), text.replace(/^./, 'é'), '0'.repeat(1e6)];
  for (const one of noCode) expect(await answerTo(one)).toBe('malformed');
  expect(await answerTo(text.replace(/^./, (first) => (first === '0' ? '2' : '0')))).toBe('mistyped');
});

test('one wrong character is noticed in all but about one of 4096 cases', async () => {
  const text = await codeOf(new Uint8Array(createHash('sha256').update('a fixed code').digest().subarray(0, 16)));
  const slips = Array.from(text).flatMap((right, at) =>
    right === '-'
      ? []
      : Array.from(alphabet, (wrong) => text.slice(0, at) + wrong + text.slice(at + 1)).filter((slip) => slip !== text),
  );
  const answers = await Promise.all(slips.map(answerTo));
  expect(answers).toHaveLength(28 * 31);
  expect(answers.filter((answer) => answer === 'read').length).toBeLessThanOrEqual(2);
  // In the last two characters only the check itself can be wrong: that is always noticed.
  expect(answers.slice(-2 * 31)).not.toContain('read');
});

test('two neighbours in the wrong order are noticed', async () => {
  const codes = await Promise.all(
    Array.from({ length: 20 }, (_, seed) => codeOf(new Uint8Array(16).map((_, at) => (at * 37 + seed * 11) % 256))),
  );
  const swaps = codes.flatMap((text) => {
    const plain = text.replaceAll('-', '');
    return Array.from(plain).flatMap((one, at) => {
      const next = plain[at + 1];
      return next === undefined || next === one ? [] : [plain.slice(0, at) + next + one + plain.slice(at + 2)];
    });
  });
  const answers = await Promise.all(swaps.map(answerTo));
  expect(swaps.length).toBeGreaterThan(300);
  expect(answers.filter((answer) => answer === 'read').length).toBeLessThanOrEqual(2);
});

test('the secret prints itself nowhere', async () => {
  const code = await newRecoveryCode(systemRandom);
  expect(JSON.stringify(code.secret) + String(code.secret)).not.toContain(hex(reveal(code.secret)).slice(0, 6));
});
