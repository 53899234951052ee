// Starts the journal application as a page of the extension.

import { createHostHere } from '@app/host-here.ts';
import { mountApp } from '@app/mount.tsx';
import { extensionKeyPlace } from '../../platform/key-place.ts';
import { extensionWitness } from '../../platform/witness.ts';

const place = document.getElementById('app');
if (place)
  mountApp(createHostHere({ platform: 'extension', witness: extensionWitness, keyPlace: extensionKeyPlace }), place);
