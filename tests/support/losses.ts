// A record of several days in memory, and what can be done to it behind its back.

import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { examine } from '@core/store/go-on.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { typed } from '@core/store/typed-connection.ts';
import type { Surroundings } from '@core/store/vault.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import type { Database, SealedRow } from '@core/vault/schema.ts';
import { standingClock } from './clock.ts';
import { freshName, memoryWitness, must, openRig, surroundings } from './vault-rig.ts';

export const noPause = async (): Promise<void> => {};

export const win = (id: string, note = 'Small thing.'): Edit => ({
  kind: 'win',
  row: { id },
  set: { day: '2026-11-23', of: 'onTime', note },
});

export interface Scene {
  readonly name: string;
  readonly witness: ReturnType<typeof memoryWitness>;
  readonly here: Surroundings;
  readonly ledger: Ledger;
  /** The database itself, behind the ledger's back. */
  readonly db: Database;
  /** `earlier[n]`: the row that action n left, as it was stored then. */
  readonly earlier: readonly (SealedRow | undefined)[];
  /** What a look at everything finds, as `[kind, count, from, to]`. */
  found(): Promise<(readonly [string, number, LocalDay | undefined, LocalDay | undefined])[]>;
  close(): void;
}

/** One action a day from 10 November 2026 on; action n edits the record `ids[n - 1]`. */
export async function sceneOf(ids: readonly string[]): Promise<Scene> {
  const name = freshName();
  const witness = memoryWitness();
  const clock = standingClock('2026-11-10T08:00:00Z');
  const ledger = await openRig({ name, witness, clock });
  const db = typed(must(await openDatabase({ factory: indexedDB, name })));
  const earlier: (SealedRow | undefined)[] = [undefined];
  for (const [index, id] of ids.entries()) {
    must(await ledger.commit([win(id, `Small thing ${index}.`)]));
    earlier.push(await db.get('rows', id));
    clock.at += 86_400_000;
  }
  while ((witness.testimony?.seq ?? 0) < ids.length) await new Promise((done) => setTimeout(done, 1));
  const here = surroundings({ name, witness, clock });
  return {
    ...{ name, witness, here, ledger, db, earlier },
    async found() {
      const findings = must(await examine(here, noPause));
      return findings.map(({ kind, count, from, to }) => [kind, count, from, to] as const);
    },
    close() {
      ledger.close();
      here.notices.close();
      here.connection.close();
      db.close();
    },
  };
}

/** The last link as the head, as a storage has it that lost all after action `seq`, rows and all. */
export async function dropTail({ db, earlier }: Scene, seq: number): Promise<void> {
  const last = await db.get('chain', seq);
  const transaction = db.transaction(['chain', 'rows', 'meta'], 'readwrite');
  void transaction.objectStore('chain').delete(IDBKeyRange.lowerBound(seq, true));
  const rows = new Map(earlier.slice(1, seq + 1).map((row) => [row?.id, row]));
  for (const row of earlier) if (row && !rows.has(row.id)) void transaction.objectStore('rows').delete(row.id);
  for (const row of rows.values()) if (row) void transaction.objectStore('rows').put(row);
  void transaction.objectStore('meta').put({ seq, hash: last?.hash ?? '' }, 'head');
  await transaction.done;
}

/** One byte of the sealed words is another one. */
export function altered(row: SealedRow, at = 0): SealedRow {
  const bytes = new Uint8Array(row.box.slice(0));
  const place = at % bytes.length;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return { ...row, box: bytes.buffer };
}
