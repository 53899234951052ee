// Everything that this browser stores, as text, for the day when it is wanted.

import { err, ok, type Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { findPlace } from '@core/vault/place.ts';
import { rawCopy } from '@core/vault/raw-copy.ts';

export async function copyStored(): Promise<Result<string, Fault>> {
  const place = await findPlace();
  const copy = await rawCopy(place?.indexedDB, place?.database);
  if (!place) return err({ type: 'denied' }); // asked here: the place has to outlive the reading of it
  return copy.ok ? ok(JSON.stringify(copy.value)) : copy;
}
