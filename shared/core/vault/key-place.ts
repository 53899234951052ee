// Where the key of an unlocked vault waits between two pages: in the browser's memory, never on its disk.

import { type Bytes, fromBase64Url } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Header, LockedHeader } from './schema.ts';

/** `storage.session` in the extension, the memory of the one page in the web app. Holds JSON. */
export interface KeyPlace {
  read(): Promise<unknown>;
  write(held: HeldKey): Promise<void>;
  /** Changes how long the key is held. A key that is taken away in between does not come back. */
  change(next: (value: unknown) => HeldKey | undefined): Promise<void>;
  clear(): Promise<void>;
}

/** In this page alone: a page that is loaded again has to be unlocked again. */
export function keyInMemory(): KeyPlace {
  let held: HeldKey | undefined;
  return {
    read: async () => held,
    async write(key) {
      held = key;
    },
    async change(next) {
      held = next(held);
    },
    async clear() {
      held = undefined;
    },
  };
}

export interface HeldKey {
  readonly generation: string;
  /** base64url */
  readonly key: string;
  /** The person last did something, and the instant after which the key is not used any more; ms since 1970. */
  readonly since: number;
  readonly until: number;
}

/** The key that opens what `header` heads; nothing while it is locked. */
export async function keyFor(header: Header, place: KeyPlace, clock: Clock): Promise<ArrayBuffer | Bytes | undefined> {
  return header.lock === 'none' ? header.key : heldKey(header, place, clock);
}

async function heldKey(header: LockedHeader, place: KeyPlace, clock: Clock): Promise<Bytes | undefined> {
  const held = parseHeld(await place.read().catch(() => undefined));
  if (!held || held.generation !== header.generation) return undefined;
  if (isOver(held, clock.now())) {
    await place.clear();
    return undefined;
  }
  return fromBase64Url(held.key);
}

/** Also over when the clock was set back: else a clock of 1970 would keep the vault open for years. */
export const isOver = ({ since, until }: Pick<HeldKey, 'since' | 'until'>, now: number): boolean =>
  now >= until || now < since - 5 * 60_000;

export function parseHeld(value: unknown): HeldKey | undefined {
  const { generation, key, since, until } = Object(value) as Partial<HeldKey>;
  const sound = typeof generation === 'string' && typeof key === 'string' && /^[\w-]{43}$/.test(key);
  return sound && typeof since === 'number' && typeof until === 'number'
    ? { generation, key, since, until }
    : undefined;
}
