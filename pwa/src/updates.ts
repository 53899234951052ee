// The service worker of a built page, and word of a newer version. Nothing reloads by itself: a text may be open.

import type { UpdateOffer } from '@app/host.ts';
import { scriptAddress } from '@app/trusted-scripts.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Workbox } from 'workbox-window';

/** An app on a phone stays open for weeks: a newer version is asked for at most this often, when it is looked at. */
const betweenLooks = 6 * 60 * 60 * 1000;

export function watchUpdates(): ReadonlySignal<UpdateOffer | undefined> {
  const offer = signal<UpdateOffer | undefined>(undefined);
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    // After the first sight: nothing on the screen waits for it.
    window.addEventListener('load', () => void register(offer), { once: true });
  }
  return offer;
}

async function register(offer: { value: UpdateOffer | undefined }): Promise<void> {
  const { Workbox } = await import('workbox-window');
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
