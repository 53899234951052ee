// Starts the web app.

import { createHostHere } from '@app/host-here.ts';
import { mountApp } from '@app/mount.tsx';
import { keyInMemory } from '@core/vault/key-place.ts';
import { watchInstall } from './install.ts';
import { watchUpdates } from './updates.ts';
import { webWitness } from './witness.ts';

const host = createHostHere({
  platform: 'web',
  witness: webWitness,
  keyPlace: keyInMemory(), // `sessionStorage` would write it to the disk
  install: watchInstall(),
  update: watchUpdates(),
});
const place = document.getElementById('app');
// A page in a frame may have been laid under somebody else's buttons: then there is nothing to press.
if (place && window.top === window.self) mountApp(host, place);
