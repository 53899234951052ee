// Checks of the settings that a person types.

import { err, ok, type Result } from '../kernel/result.ts';
import type { FieldError } from './input.ts';
import { addressShape, integer } from './settings.ts';

/**
 * The page that quick-hide moves to, `null` when left empty; `https://` may be left out. Error: `notAWebAddress`, for
 * anything but http(s) too: a `javascript:` address would run as ours.
 */
export function quickHideInput(raw: string): Result<string | null, FieldError<'quickHideTo'>> {
  const typed = raw.slice(0, 5000).trim();
  if (typed === '') return ok(null);
  const address = typed.includes('://') ? typed : `https://${typed}`;
  return addressShape.test(address) && isPage(address)
    ? ok(address)
    : err({ type: 'notAWebAddress', field: 'quickHideTo' });
}

/** A whole hour, 0–23, as a number or typed. Error: `noSuchHour`. */
export function eveningHourInput(raw: unknown): Result<number, FieldError<'eveningHour'>> {
  const hour = typeof raw === 'string' && /^\d{1,2}$/.test(raw) ? Number(raw) : raw;
  const checked = integer(hour, 0, 23, -1);
  return checked < 0 ? err({ type: 'noSuchHour', field: 'eveningHour' }) : ok(checked);
}

function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, hostname } = new URL(address);
  return username === '' && password === '' && hostname !== '';
}
