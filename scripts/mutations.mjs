// Breaks the product on purpose, one promise at a time, and expects the tests to notice. Each break is made in a copy of
// the tree, where a few named tests run; a break that leaves them green is a promise that nothing holds.
//   node scripts/mutations.mjs [word …]     only the breaks whose name has one of the words
//   node scripts/mutations.mjs --there      breaks nothing: only whether each line that is to be broken is still there

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const ignored = ['node_modules', 'dist', 'test-results', 'coverage', '.git', '.wxt', 'playwright-report'];

/** name, file, what stands there, what takes its place, project and tests that have to turn red. */
const mutations = [
  [
    'nothing binds a box to its place',
    'shared/core/vault/seal.ts',
    'additionalData: utf8(belongsTo)',
    'additionalData: utf8(belongsTo && "")',
    'core',
    ['tests/core/vault/seal.test.ts', 'tests/core/store/tampered.test.ts'],
  ],
  [
    'a nonce is used twice',
    'shared/core/vault/seal.ts',
    'const nonce = random.bytes(12);',
    'const nonce = random.bytes(12).fill(7);',
    'core',
    ['tests/core/vault/seal.test.ts', 'tests/core/store/tampered.test.ts'],
  ],
  [
    'relaxed durability',
    'shared/core/store/write.ts',
    "{ durability: 'strict' }",
    "{ durability: 'relaxed' }",
    'core',
    ['tests/core/store/write-door.test.ts'],
  ],
  [
    'an executor may wait',
    'shared/core/store/write.ts',
    "if (isThenable(answer)) throw new TypeError('an executor must be synchronous');",
    'void isThenable(answer);',
    'core',
    ['tests/core/store/write-door.test.ts'],
  ],
  [
    'a throw lets the puts before it stand',
    'shared/core/store/write.ts',
    'transaction.abort(); // a throw alone would let the puts before it commit',
    '',
    'core',
    ['tests/core/store/write-door.test.ts'],
  ],
  [
    'two writers: the last one wins',
    'shared/core/store/write.ts',
    'if (moved) transaction.abort();',
    '',
    'core',
    ['tests/core/store/write-door.test.ts', 'tests/contract/ledger.test.ts'],
  ],
  [
    'a newer version waits for an old page for ever',
    'shared/core/vault/open-database.ts',
    'void flushed.then(() => db.close());',
    'void flushed;',
    'core',
    ['tests/core/vault/open-database.test.ts'],
  ],
  [
    'an empty database is a first run, whatever the witness says',
    'shared/core/store/open-vault.ts',
    "if (testimony) return err({ type: testimony === 'silent' ? 'unreadable' : 'gone' });",
    'void testimony;',
    'core',
    ['tests/core/store/write-door.test.ts', 'tests/contract/ledger.test.ts'],
  ],
  [
    'what cannot be read counts as not there',
    'shared/core/store/commit.ts',
    'if (ids.some((id) => ground.unsure.has(id))) return',
    'if (ids.length < 0) return',
    'core',
    ['tests/core/store/tampered.test.ts'],
  ],
  [
    'any key that comes out of a wrapper is believed',
    'shared/core/vault/ways.ts',
    'return base64Url(await commitmentOf(key)) === base64Url(frame.commit) ? redact(key) : undefined;',
    'return (await commitmentOf(key)) && redact(key);',
    'core',
    ['tests/core/lock/ways.test.ts'],
  ],
  [
    'a stored header may ask for any cost',
    'shared/core/vault/ways.ts',
    'value >= least && value <= most',
    '(value >= least || value <= most)',
    'core',
    ['tests/core/lock/ways.test.ts'],
  ],
  [
    'the key stays after its time',
    'shared/core/vault/key-place.ts',
    'now >= until || now < since - 5 * 60_000',
    'now >= until * 2',
    'core',
    ['tests/core/lock/lock.test.ts', 'tests/core/lock/hold-key.test.ts'],
  ],
  [
    'a late page puts the key back',
    'extension/platform/key-place.ts',
    'if (held) await browser.storage.session.set({ [times]: { since: held.since, until: held.until } });',
    'if (held) await extensionKeyPlace.write(held);',
    'extension',
    ['tests/extension/key-place.test.ts'],
  ],
  [
    'the old place is left behind after a move',
    'shared/core/store/move.ts',
    'await removeSoon(places, from);',
    'void removeSoon;',
    'core',
    ['tests/core/lock/lock.test.ts'],
  ],
  [
    'the old place is given up before the new one was read again',
    'shared/core/store/move.ts',
    'const sound = arrived.ok ? await compare(vault, again, fresh, way) : arrived;',
    'const sound = (void compare, arrived);',
    'core',
    ['tests/core/lock/moving.test.ts'],
  ],
  [
    'writing goes on while the vault moves',
    'shared/core/store/write.ts',
    'if (leaving.result) {',
    'if (leaving.result === 0) {',
    'core',
    ['tests/core/lock/moving.test.ts'],
  ],
  [
    'a page that opens again does not look whose database it is',
    'shared/core/store/typed-connection.ts',
    'if (!guard || known.has(db)) return',
    'if (guard || !guard) return',
    'core',
    ['tests/core/lock/moving.test.ts'],
  ],
  [
    'erasing leaves the witness',
    'shared/core/store/erase.ts',
    'await witness.forget();',
    '',
    'core',
    ['tests/core/lock/lock.test.ts'],
  ],
  [
    'a caught message may be of any kind',
    'shared/core/store/caught.ts',
    "kind === 'win' && ",
    "typeof kind === 'string' && ",
    'core',
    ['tests/core/lock/lock.test.ts'],
  ],
  [
    'a field lets the browser remember',
    'shared/ui/parts/field.tsx',
    '        autocomplete="off"\n',
    '',
    'architecture',
    ['tests/architecture/sources.test.ts'],
  ],
  [
    'the title of the page tells what is read',
    'shared/app/pages/journal/beginning-of.ts',
    '=> text.slice(',
    '=> (document.title = text).slice(',
    'architecture',
    ['tests/architecture/sources.test.ts'],
  ],
  [
    'a pattern that goes back over a text',
    'shared/app/own-scripts.ts',
    '[\\w-]{1,40}-worker(?:-[\\w-]{1,20})?',
    '[\\w-]+-worker(?:-[\\w-]+)?',
    'architecture',
    ['tests/architecture/patterns.test.ts'],
  ],
  [
    'JSON may bring a prototype along',
    'shared/core/merge/bounded-json.ts',
    'isSafeName(name) ? parse(member, depth) : undefined',
    'parse(member, depth)',
    'core',
    ['tests/core/merge/bounded-json.test.ts'],
  ],
];

const isThere = ([, file, before], top = root) => readFileSync(join(top, file), 'utf8').split(before).length === 2;

const wanted = process.argv.slice(2);
if (wanted.includes('--there')) {
  const gone = mutations.filter((mutation) => !isThere(mutation));
  for (const [name] of gone) console.log(`not there: ${name}`);
  process.exit(gone.length === 0 ? 0 : 1);
}
const chosen = mutations.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
/** The tests without a break, by their names joined: green or not. */
const greenBefore = new Map();
const copy = mkdtempSync(join(tmpdir(), 'mutations-'));
try {
  cpSync(root, copy, { recursive: true, filter: (path) => !ignored.some((name) => path === join(root, name)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const ends = [];
  for (const mutation of chosen) {
    const end = tried(mutation);
    ends.push(end);
    console.log(`${end.padEnd(14)} ${mutation[0]}`);
  }
  const held = ends.filter((end) => end === 'noticed').length;
  console.log(`${held} of ${chosen.length} breaks were noticed`);
  process.exitCode = held === chosen.length && held > 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** `not there`: the line was rewritten, and the list above has to follow. `red before`: the tests fail without a break. */
function tried(mutation) {
  const [, file, before, after, project, tests] = mutation;
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  if (!isThere(mutation, copy)) return 'not there';
  const key = tests.join();
  greenBefore.set(key, greenBefore.get(key) ?? isGreen(project, tests));
  if (!greenBefore.get(key)) return 'red before';
  writeFileSync(
    path,
    original.replace(before, () => after),
  );
  const noticed = !isGreen(project, tests);
  writeFileSync(path, original);
  return noticed ? 'noticed' : 'NOT NOTICED';
}

function isGreen(project, tests) {
  const run = spawnSync('npx', ['vitest', 'run', '--project', project, ...tests], { cwd: copy, timeout: 240_000 });
  return run.status === 0;
}
