// What a device remembers about itself: its name, its logical clock, and the secret behind derived row ids.

import { base64Url, fromBase64Url, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { Edit, Json } from '../kernel/record.ts';
import { clockStart, type HlcState, nodeFrom, parseHlcState } from '../merge/hlc.ts';

export interface DeviceState {
  /** Eight characters that end each stamp this device gives. */
  readonly node: string;
  /** Derives the id of a record of which there is one per name. It stays when the vault key changes. */
  readonly naming: string;
  readonly clock: HlcState;
}

export const newDeviceState = (random: Random): DeviceState => ({
  node: nodeFrom(random.bytes(8)),
  naming: base64Url(random.bytes(32)),
  clock: clockStart,
});

export function parseDeviceState(value: unknown): DeviceState | undefined {
  const { node, naming, clock: rawClock } = Object(value) as Partial<Record<keyof DeviceState, unknown>>;
  const clock = parseHlcState(rawClock);
  const sound =
    typeof node === 'string' && /^[0-9a-z]{8}$/.test(node) && typeof naming === 'string' && /^[\w-]{43}$/.test(naming);
  return sound && clock ? { node, naming, clock } : undefined;
}

export const stateToJson = ({ node, naming, clock }: DeviceState): Json => ({
  node,
  naming,
  clock: { wall: clock.wall, count: clock.count },
});

/** A stable id that tells nobody its name: HMAC-SHA-256 in the form of a UUID. */
export async function nameToId(naming: string, kind: string, name: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', fromBase64Url(naming), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(JSON.stringify([kind, name]))));
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The ids of rows that are asked for by their id or by their name, in their order. */
export const idsOf = (naming: string, wanted: readonly Pick<Edit, 'kind' | 'row'>[]): Promise<string[]> =>
  Promise.all(wanted.map(async ({ kind, row }) => ('id' in row ? row.id : nameToId(naming, kind, row.name))));
