// A passkey as one more way in: its PRF output (WebAuthn Level 3) becomes the identity that the vault key is wrapped to.
// It is of this device and this origin, so it is never the only way.

import { identityFrom } from '@core/backup/identity.ts';
import type { Bytes } from '@core/kernel/bytes.ts';
import type { Random } from '@core/kernel/random.ts';
import type { Redacted } from '@core/kernel/redacted.ts';
import { deriveBytes } from '@core/vault/keys.ts';
import type { KeyWay } from '@core/vault/ways.ts';

/** `refused`: the person or the browser ended it. `noSecret`: this authenticator cannot give a secret for a lock. */
export type PasskeyError = 'refused' | 'noSecret';

export const passkeysHere = (): boolean => 'PublicKeyCredential' in globalThis && 'credentials' in navigator;

export interface NewPasskey {
  readonly credential: Bytes;
  readonly salt: Bytes;
  readonly identity: Redacted<string>;
}

/** Makes a passkey and asks it for its secret. Neither name says what it opens: both are shown by the system. */
export async function makePasskey(random: Random): Promise<NewPasskey | PasskeyError> {
  const salt = random.bytes(32);
  const made = await credential(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random.bytes(32),
        rp: { name: 'Notes' },
        user: { id: random.bytes(16), name: 'Notes', displayName: 'Notes' },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!made) return 'refused';
  const id = new Uint8Array(made.rawId);
  // Some authenticators give the secret only when they are asked for it afterwards.
  const output = outputOf(made) ?? (await ask(id, salt, random));
  if (typeof output === 'string') return output;
  return { credential: id, salt, identity: await identityOf(output) };
}

/** The identity of a passkey that was made here before. */
export async function askPasskey(
  { credential: id, salt }: KeyWay,
  random: Random,
): Promise<Redacted<string> | PasskeyError> {
  if (!id || !salt) return 'noSecret';
  const output = await ask(id, salt, random);
  return typeof output === 'string' ? output : identityOf(output);
}

async function ask(id: Bytes, salt: Bytes, random: Random): Promise<Bytes | PasskeyError> {
  const answer = await credential(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random.bytes(32),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  return answer ? (outputOf(answer) ?? 'noSecret') : 'refused';
}

async function credential(act: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const found = await act();
    return found instanceof PublicKeyCredential ? found : undefined;
  } catch {
    return undefined; // the browser gives no reasons, so that pages cannot find out who is here
  }
}

function outputOf(found: PublicKeyCredential): Bytes | undefined {
  const { prf } = found.getClientExtensionResults() as { prf?: { results?: { first?: ArrayBuffer } } };
  const first = prf?.results?.first;
  return first && first.byteLength >= 32 ? new Uint8Array(first) : undefined;
}

const identityOf = async (output: Bytes): Promise<Redacted<string>> =>
  identityFrom(await deriveBytes(output, 'passkey'));
