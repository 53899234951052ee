// Whether the app can be installed, and how. The browser's own question is kept until the person asks for it.

import type { InstallOffer } from '@app/host.ts';
import { type ReadonlySignal, signal } from '@preact/signals';

/** Chromium's event, which no type library knows. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

export function watchInstall(): ReadonlySignal<InstallOffer | undefined> {
  const offer = signal<InstallOffer | undefined>(undefined);
  if (isInstalled()) return offer;
  if (needsShareSheet()) offer.value = { type: 'shareSheet' };
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault(); // not now: only after something was saved, by our own button
    offer.value = {
      type: 'button',
      async install() {
        offer.value = undefined; // each question can be asked once
        await (event as InstallPromptEvent).prompt();
      },
    };
  });
  window.addEventListener('appinstalled', () => {
    offer.value = undefined;
  });
  return offer;
}

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches || standalone() === true;

/** iPhone and iPad: their browsers say whether they are on the Home Screen, and have no question to ask. */
const needsShareSheet = (): boolean => standalone() === false;

const standalone = (): boolean | undefined => (navigator as { standalone?: boolean }).standalone;
