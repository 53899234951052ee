// Registers the service worker and hears of a newer one. Nothing reloads by itself: a text may be open.

import type { UpdateOffer } from '@app/host.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { Workbox } from 'workbox-window';
import { scriptAddress } from './trusted-scripts.ts';

/** An app on a phone stays open for weeks: a newer version is asked for at most this often, when it is looked at. */
const betweenLooks = 6 * 60 * 60 * 1000;

export async function register(offer: { value: UpdateOffer | undefined }): Promise<void> {
  const workbox = new Workbox(scriptAddress('./sw.js'), { scope: './' });
  let asked = false;
  workbox.addEventListener('waiting', () => {
    offer.value = {
      type: 'waiting',
      apply() {
        asked = true;
        workbox.messageSkipWaiting();
      },
    };
  });
  workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (asked) location.reload();
    // Another tab let the new version in. Pages not opened yet can no longer be fetched by this one.
    else if (isUpdate || isExternal) offer.value = { type: 'taken', apply: () => location.reload() };
  });
  await workbox.register({ immediate: true });
  lookNowAndThen(workbox);
}

function lookNowAndThen(workbox: Workbox): void {
  let looked = systemClock.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || systemClock.now() - looked < betweenLooks) return;
    looked = systemClock.now();
    workbox.update().catch(() => {}); // without a network there is nothing newer to be had
  });
}
