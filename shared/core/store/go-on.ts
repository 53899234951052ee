// After a loss: look at everything, keep what was found until the person has said how to go on, and go on in a branch.

import { actAt } from '../kernel/local-day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { keyFor } from '../vault/key-place.ts';
import { deriveKeys, parseHeader } from '../vault/keys.ts';
import type { ChainLink, Head, Sealed } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { linkHash, noteBond } from './chain.ts';
import { type Finding, findingsToJson, parseFindings } from './finding.ts';
import { newDeviceState, parseDeviceState, stateToJson } from './state.ts';
import { type Pause, throughRows } from './through.ts';
import { typedConnection } from './typed-connection.ts';
import type { Surroundings } from './vault.ts';
import { branchOf, type Verification, verify, type Watched } from './verify.ts';
import { write } from './write.ts';

/** Attempts against other writers: each one looks at everything again. */
const attempts = 5;

/** Everything that is not as it was written. It stays marked in `meta.loss` until it is gone on from, or is back. */
export async function examine(surroundings: Surroundings, pause: Pause): Promise<Result<readonly Finding[], Fault>> {
  const opened = await openToLook(surroundings);
  if (!opened.ok) return opened;
  const vault = opened.value;
  const verified = await verify(vault, pause);
  if (!verified.ok) return verified;
  const { findings, chain, expected } = verified.value;
  await keepMarked(vault, findings);
  // All is there: a witness that fell behind, or was lost, may know it.
  if (findings.length === 0 && chain.last.seq > (expected?.seq ?? 0)) await follow(vault, chain.last);
  return ok(findings);
}

/**
 * Writes a branch: a link that records what was expected and what was there. The numbers go on above everything that
 * anybody saw, so nothing is written over, not even what might come back. The witness follows.
 */
export async function goOn(surroundings: Surroundings, pause: Pause): Promise<Result<Head, Fault>> {
  const opened = await openToLook(surroundings);
  if (!opened.ok) return opened;
  const vault = opened.value;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const verified = await verify(vault, pause);
    if (!verified.ok) return verified;
    const { head, findings, chain } = verified.value;
    if (findings.length === 0) return ok(chain.last); // another tab has gone on, or it is back
    if (findings.some(({ kind }) => kind === 'index')) {
      const mended = await putAgain(vault, pause);
      if (!mended.ok) return mended;
    }
    const link = await branchLink(vault, verified.value);
    const next = { seq: link.seq, hash: link.hash };
    const state = vault.state ?? (await newState(vault));
    const written = await vault.connection.write((db) =>
      write(db, head, (pen) => {
        pen.link(link);
        pen.meta('head', next);
        pen.meta('state', state);
        pen.drop('loss');
      }),
    );
    if (!written.ok) return written;
    if (written.value === 'moved') continue;
    if (findings.some(({ kind }) => kind === 'foreign')) await vault.witness.retire();
    await follow(vault, next);
    vault.notices.send(next.seq);
    return ok(next);
  }
  return err({ type: 'busy' });
}

/** Each record once more as it stands, which writes its entries in the index anew. */
const putAgain = ({ connection }: Watched, pause: Pause): Promise<Result<void, Fault>> =>
  throughRows(
    connection,
    async (rows) => {
      const put = await connection.write(async (db) => {
        const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
        const again = async (id: string) => {
          const row = await transaction.store.get(id);
          if (row) await transaction.store.put(row);
        };
        await Promise.all([...rows.map(([id]) => again(id)), transaction.done]);
      });
      return put.ok ? ok(undefined) : put;
    },
    pause,
  );

interface Look extends Watched {
  /** As it is stored; nothing when it is lost, which leaves all records readable. */
  readonly state: Sealed | undefined;
}

/** As far as a look at everything needs it: founds nothing, and does without what the device knew of itself. */
async function openToLook(surroundings: Surroundings): Promise<Result<Look, Fault>> {
  const connection = typedConnection(surroundings.connection);
  const found = await connection.use(async (db) => {
    const { store } = db.transaction('meta');
    return Promise.all([store.get('header'), store.get('state') as Promise<Sealed | undefined>]);
  });
  if (!found.ok) return found;
  const [stored, state] = found.value;
  if (!stored) return err({ type: 'gone' });
  const header = parseHeader(stored);
  if (!header) return err({ type: 'unreadable' });
  const key = await keyFor(header, surroundings.keyPlace, surroundings.clock);
  if (!key) return err({ type: 'locked' });
  const keys = await deriveKeys(header, key);
  const known = parseDeviceState(await unseal(keys.row, state, metaBond(keys.vault, 'state')));
  return ok({ ...surroundings, connection, keys, state: known && state });
}

/** Names that were derived before stay with their records; what is derived from now on is another name. */
const newState = ({ keys, random }: Look): Promise<Sealed> =>
  seal(keys.row, stateToJson(newDeviceState(random)), metaBond(keys.vault, 'state'), random);

async function branchLink(vault: Watched, verified: Verification): Promise<ChainLink> {
  const { keys, random, clock } = vault;
  const { chain, rows, head, expected } = verified;
  const seq = Math.max(chain.last.seq, head?.seq ?? 0, expected?.seq ?? 0) + 1;
  const { day, at } = actAt(clock);
  const stands = [...rows.unlike].map(([id, { digest }]): [string, string] => [id, digest]);
  const absent = [...rows.missing.keys()].map((id): [string, string] => [id, '']);
  const link = {
    ...{ seq, action: random.uuid(), prev: chain.last.hash },
    rows: [...stands, ...rows.unlinked, ...absent],
    note: await seal(keys.row, { day, at }, noteBond(keys.vault, seq), random),
    branch: branchOf(verified, seq),
  };
  return { ...link, hash: await linkHash(link) };
}

/** A witness that cannot be written to is behind: no loss, and the next look at everything mends it. */
const follow = ({ witness, keys }: Watched, head: Head): Promise<void> =>
  witness.write({ vault: keys.vault, ...head }).catch(() => {});

/** Lets every page and every writer know, or forget. */
async function keepMarked({ connection, keys, random }: Watched, findings: readonly Finding[]): Promise<void> {
  const bond = metaBond(keys.vault, 'loss');
  const stored = await connection.use((db) => db.get('meta', 'loss') as Promise<Sealed | undefined>);
  if (!stored.ok || (findings.length === 0 && !stored.value)) return;
  const known = parseFindings(await unseal(keys.row, stored.value, bond));
  if (stored.value && JSON.stringify(known) === JSON.stringify(findings)) return;
  const sealed = await seal(keys.row, findingsToJson(findings), bond, random);
  await connection.write(async (db) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const change = findings.length > 0 ? transaction.store.put(sealed, 'loss') : transaction.store.delete('loss');
    await Promise.all([change, transaction.done]);
  });
}
