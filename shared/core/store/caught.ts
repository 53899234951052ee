// What is written down while the vault is locked: small wins, and words that a page still held when it was locked. They
// are sealed to the vault's public key, so that anybody here can put one in and only the one who unlocks it can read it.
// At the next unlocking they become ordinary records and drafts.

import { type Bytes, base64Url, fromBase64Url, joined, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { Edit, Json } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { parseJson } from '../merge/bounded-json.ts';
import type { Connection } from '../vault/connection.ts';
import { type Fault, movingError } from '../vault/fault.ts';
import { parseHeader } from '../vault/keys.ts';
import type { Sealed } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { caughtPrefix, caughtRange } from './caught-range.ts';
import { type Draft, parseDraft } from './drafts.ts';
import { type Readable, typed } from './typed-connection.ts';

/** What lies under `caught/<id>`: `id` becomes the id of the record, so that taking it in twice makes one. */
export interface Caught extends Sealed {
  /** Public half of a key pair that was made for this one message (P-256, raw). */
  readonly from: Bytes;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' };

/** A key pair for a vault: the public half goes into its header, the private one is sealed with its key. */
export async function newMail(): Promise<{ mail: Bytes; secret: Json }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const secret = base64Url(await crypto.subtle.exportKey('pkcs8', privateKey));
  return { mail: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)), secret };
}

/** Puts away what `edit` asks for until somebody unlocks. Ok only after it is on the disk. */
export async function catchEdit(connection: Connection, edit: Edit, random: Random): Promise<Result<string, Fault>> {
  const id = 'id' in edit.row ? edit.row.id : random.uuid();
  const caught = await putIn(connection, id, { kind: edit.kind, set: edit.set }, random);
  return caught.ok ? ok(id) : caught;
}

/** The same for a draft whose page lost its key before it could put the last words away. */
export async function catchDraft(connection: Connection, draft: Draft, random: Random): Promise<Result<void, Fault>> {
  const { key, fields, savedAt } = draft;
  return putIn(connection, random.uuid(), { draft: { key, fields, savedAt } }, random);
}

async function putIn(connection: Connection, id: string, message: Json, random: Random): Promise<Result<void, Fault>> {
  const read = await connection.use((db) => typed(db).get('meta', 'header'));
  if (!read.ok) return read;
  const header = parseHeader(read.value);
  if (header?.lock !== 'locked') return err({ type: header ? 'replaced' : 'unreadable' });
  const key = caughtPrefix + id;
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const from = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const box = await seal(
    await sharedKey(pair.privateKey, header.mail, from, header.mail),
    message,
    metaBond(header.vault, key),
    random,
  );
  return connection.write(async (db) => {
    const transaction = typed(db).transaction('meta', 'readwrite', { durability: 'strict' });
    const [leaving, standing] = await Promise.all([
      transaction.store.getKey('moving'),
      transaction.store.get('header'),
    ]);
    const same = parseHeader(standing)?.generation === header.generation;
    if (!leaving && same) void transaction.store.put({ from, ...box } as Caught, key);
    await transaction.done;
    if (leaving || !same) throw movingError();
  });
}

export interface CaughtThings {
  readonly edits: Edit[];
  /** Key of each in `meta` beside it. */
  readonly drafts: { readonly key: string; readonly draft: Draft }[];
  /** Keys of the edits in `meta`, to be dropped in the same action. What does not open stays where it is. */
  readonly keys: string[];
}

/** What was caught, as edits to commit and drafts to save. `row` is the vault's sealing key. */
export async function openCaught(db: Readable, vault: string, row: CryptoKey): Promise<CaughtThings> {
  const { store } = db.transaction('meta');
  const [header, sealed, keys, values] = await Promise.all([
    store.get('header'),
    store.get('mail') as Promise<Sealed | undefined>,
    store.getAllKeys(caughtRange()),
    store.getAll(caughtRange()) as Promise<unknown[]>,
  ]);
  const { mail } = Object(parseHeader(header)) as { mail?: Bytes };
  const secret = await unseal(row, sealed, metaBond(vault, 'mail'));
  if (!mail || typeof secret !== 'string') return { edits: [], drafts: [], keys: [] };
  const own = await crypto.subtle.importKey('pkcs8', fromBase64Url(secret), curve, false, ['deriveBits']);
  const opened = await Promise.all(
    keys.map(async (key, index) => {
      const { from, nonce, box } = Object(values[index]) as Partial<Caught>;
      if (!(from && nonce && box)) return [];
      const shared = await sharedKey(own, from, from, mail).catch(() => undefined);
      const message = shared && (await unseal(shared, { nonce, box }, metaBond(vault, key)));
      const edit = parseEdit(key.slice(caughtPrefix.length), message);
      const draft = parseCaughtDraft(message);
      return edit || draft ? [{ key, edit, draft }] : [];
    }),
  );
  const found = opened.flat();
  return {
    edits: found.flatMap(({ edit }) => edit ?? []),
    keys: found.flatMap(({ key, edit }) => (edit ? [key] : [])),
    drafts: found.flatMap(({ key, draft }) => (draft ? [{ key, draft }] : [])),
  };
}

/** Anybody who can write here can leave a message: it is believed no more than a row from outside. */
function parseEdit(id: string, value: unknown): Edit | undefined {
  const { kind, set } = Object(value) as { kind?: unknown; set?: unknown };
  const fields = parseJson(set);
  const sound = kind === 'win' && typeof fields === 'object' && fields !== null && !Array.isArray(fields);
  return sound ? { kind, row: { id }, set: fields as Edit['set'] } : undefined;
}

function parseCaughtDraft(value: unknown): Draft | undefined {
  const { draft } = Object(value) as { draft?: unknown };
  return parseDraft(parseJson(draft));
}

/** ECDH, then HKDF over both public keys: a key for one message. */
async function sharedKey(own: CryptoKey, their: Bytes, from: Bytes, to: Bytes): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('raw', their, curve, false, []);
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const material = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: joined([from, to]), info: utf8('1/caught') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
