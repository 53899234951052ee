// Locks when the time is up also where no page is open to see it, and at the key that a person chose for it.

import { tellAllToReload } from '@app/face/leave.ts';
import type { Clock } from '@core/kernel/clock.ts';
import { isOver, type KeyPlace, parseHeld } from '@core/vault/key-place.ts';
import { browser } from 'wxt/browser';
import { keyNames } from './key-place.ts';

const alarm = 'lock';

/** `keyPlace` must be the one in `storage.session`: its changes set the alarm. */
export function watchLock(keyPlace: KeyPlace, clock: Clock): void {
  const lock = async () => {
    await keyPlace.clear();
    tellAllToReload();
  };
  const lookAt = async (value: unknown) => {
    const held = parseHeld(value);
    if (!held) await browser.alarms.clear(alarm);
    else await browser.alarms.create(alarm, { when: held.until });
  };

  browser.storage.session.onChanged.addListener((changes) => {
    if (keyNames.some((name) => changes[name])) void keyPlace.read().then(lookAt);
  });
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== alarm) return;
    const value = await keyPlace.read();
    const held = parseHeld(value);
    if (held && !isOver(held, clock.now())) return lookAt(value); // somebody was there after the alarm was set
    if (value !== undefined) await lock();
  });
  browser.commands.onCommand.addListener(async (command) => {
    if (command === 'lock' && (await keyPlace.read()) !== undefined) await lock();
  });
}
