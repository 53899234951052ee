import type { Clock } from '@core/kernel/clock.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { createNotices, type Serialise } from '@core/store/changed.ts';
import { type Ledger, openLedger } from '@core/store/ledger.ts';
import type { Surroundings } from '@core/store/vault.ts';
import { type ConnectionOptions, createConnection } from '@core/vault/connection.ts';
import { keyInMemory } from '@core/vault/key-place.ts';
import type { Testimony, Witness } from '@core/vault/witness.ts';
import { standingClock } from './clock.ts';

/** A witness that lives as long as the test. */
export function memoryWitness(): Witness & { testimony: Testimony | undefined; retired: Testimony[] } {
  return {
    testimony: undefined,
    retired: [],
    async read() {
      return this.testimony;
    },
    async write(testimony) {
      this.testimony = testimony;
    },
    async retire() {
      if (this.testimony) this.retired.push(this.testimony);
      this.testimony = undefined;
    },
    async forget() {
      this.testimony = undefined;
      this.retired.length = 0;
    },
  };
}

/** No lock between writers: what is correct without it is correct with it. */
const everyoneAtOnce: Serialise = (work) => work();

export interface RigOptions extends Partial<Pick<Surroundings, 'witness' | 'serialise' | 'keyPlace' | 'places'>> {
  name?: string;
  clock?: Clock;
  connection?: Partial<ConnectionOptions>;
}

/** A database name that no other test uses. */
export const freshName = (): string => `test-${crypto.randomUUID()}`;

/** What a context (a tab, the popup) has; call it twice with one `name` and `witness` for two contexts of one person. */
export function surroundings(options: RigOptions = {}): Surroundings {
  const { name = freshName(), clock = standingClock('2026-11-23T08:00:00Z'), witness = memoryWitness() } = options;
  return {
    connection: createConnection({ place: async () => globalThis, name, ...options.connection }),
    witness,
    keyPlace: options.keyPlace ?? keyInMemory(),
    places: options.places,
    notices: createNotices(name),
    serialise: options.serialise ?? everyoneAtOnce,
    clock,
    random: systemRandom,
  };
}

export async function openRig(options: RigOptions = {}): Promise<Ledger> {
  const opened = await openLedger(surroundings(options));
  if (!opened.ok) throw new Error(`the vault did not open: ${opened.error.type}`);
  return opened.value;
}

/** The value of a result that a test relies on. */
export function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}
