// The slow step from a passphrase to a key, in a worker that ends with its answer and takes the words along.

import type { Bytes } from '@core/kernel/bytes.ts';
import { reveal } from '@core/kernel/redacted.ts';
import type { Kdf } from '@core/vault/ways.ts';
import { askWorker } from '../own-scripts.ts';
import type { KdfQuestion } from './kdf-worker.ts';
import address from './kdf-worker.ts?worker&url';

export const kdfHere: Kdf = async (passphrase, salt, { m, t, p }) => {
  const question: KdfQuestion = { passphrase: reveal(passphrase), salt, cost: { m, t, p } };
  return askWorker<Bytes>(address, question);
};
