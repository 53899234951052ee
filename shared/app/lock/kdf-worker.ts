// Turns a passphrase into a key, away from the page: it takes about a second and 64 MiB. One question, one answer.

import type { Bytes } from '@core/kernel/bytes.ts';
import { type Argon2Parameters, passphraseKey } from '@core/vault/argon2.ts';

export interface KdfQuestion {
  readonly passphrase: string;
  readonly salt: Bytes;
  readonly cost: Argon2Parameters;
}

self.onmessage = ({ data }: MessageEvent<KdfQuestion>) => {
  const key = passphraseKey(data.passphrase, data.salt, data.cost);
  self.postMessage(key);
};
