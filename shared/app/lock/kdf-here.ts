// The slow step from a passphrase to a key, in a worker that ends with its answer and takes the words along.

import type { Bytes } from '@core/kernel/bytes.ts';
import { reveal } from '@core/kernel/redacted.ts';
import type { Kdf } from '@core/vault/ways.ts';
import { ownScript } from '../own-scripts.ts';
import type { KdfQuestion } from './kdf-worker.ts';
import address from './kdf-worker.ts?worker&url';

export const kdfHere: Kdf = async (passphrase, salt, { m, t, p }) => {
  const worker = new Worker(ownScript(address), { type: 'module' });
  try {
    return await new Promise<Bytes>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Bytes>) => resolve(data);
      worker.onerror = () => reject(new Error('the key could not be worked out'));
      const question: KdfQuestion = { passphrase: reveal(passphrase), salt, cost: { m, t, p } };
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
};
