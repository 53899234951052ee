// The service worker of a built page, and word of a newer version.

import type { UpdateOffer } from '@app/host.ts';
import { type ReadonlySignal, signal } from '@preact/signals';

export function watchUpdates(): ReadonlySignal<UpdateOffer | undefined> {
  const offer = signal<UpdateOffer | undefined>(undefined);
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    // After the first sight: nothing on the screen waits for it.
    window.addEventListener('load', () => void start(offer), { once: true });
  }
  return offer;
}

async function start(offer: { value: UpdateOffer | undefined }): Promise<void> {
  const { register } = await import('./register.ts');
  await register(offer);
}
