// The shape of the database on the disk. docs/data-format.md says the same in words; change both together.

import type { DBSchema, IDBPDatabase } from 'idb';
import type { Bytes } from '../kernel/bytes.ts';

/** Names of databases and stores lie on the disk in clear, so they say nothing about what is inside. */
export const databaseName = 'main';

/** AES-256-GCM: a random 96-bit nonce and the ciphertext with its tag. */
export interface Sealed {
  nonce: Bytes;
  box: ArrayBuffer;
}

/** One record at rest. `marks` are blind index tokens (store/marks.ts); the first is the one of the kind. */
export interface SealedRow extends Sealed {
  id: string;
  schema: number;
  marks: string[];
}

/** One action: which rows it left in which state, and the hash of the action before it. */
export interface ChainLink {
  seq: number;
  /** Random name of the action, so that a repeated write can tell whether it already happened. */
  action: string;
  /** `hash` of the link before; empty for the first. */
  prev: string;
  /** Row id and digest of its sealed bytes after this action. In a branch an empty digest says: known not to be there. */
  rows: [id: string, digest: string][];
  /** Sealed `{day, at}`: lets a loss be named in the person's own calendar. */
  note: Sealed;
  /** Only where a move began a new chain: the numbers go on, and what came before is not here. */
  base?: true;
  /** Only where the record went on after a loss. */
  branch?: Branch;
  hash: string;
}

/** What a loss had left when the person chose to go on: written down, so that it is told once and not for ever. */
export interface Branch {
  /** The newest action that the witness had seen; null when it had seen none of this vault. */
  expected: Head | null;
  /** The newest link that was there. */
  found: Head;
  /** Numbers of links that were not there: first and last of each run. */
  gaps: [first: number, last: number][];
  /** Numbers of links that were there and did not fit. */
  broken: number[];
}

/** Number and hash of the newest link. It moves with every action, so it is also what a writer compares. */
export interface Head {
  seq: number;
  hash: string;
}

/** Where the vault key is. Without a lock it lies here, beside the data, and the product says so. */
export interface BareHeader {
  format: 1;
  vault: string;
  /** Names this key among all that the vault has had; absent in a vault that was never moved. */
  generation?: string;
  lock: 'none';
  key: ArrayBuffer;
}

/** With a lock the key lies here only wrapped, once for each way in. Nothing stored tells a right word from a wrong one. */
export interface LockedHeader {
  format: 1;
  vault: string;
  generation: string;
  lock: 'locked';
  /** HKDF of the vault key: AES-GCM alone does not bind a wrapper to one key. */
  commit: Bytes;
  /** Unchecked here, because a new tab needs none of them: `parseWays` (ways.ts). */
  ways: unknown[];
  /** Public key (P-256, raw) that takes in what is written while locked. */
  mail: Bytes;
}

export type Header = BareHeader | LockedHeader;

/** Stands in a database that is being left for another one: nothing may be written here any more. */
export interface Moving {
  /** Number of the place that is being moved to. */
  to: number;
}

export interface Meta {
  header: Header;
  head: Head;
  /** Sealed: device name, secret for derived ids, logical clock. */
  state: Sealed;
  /** Sealed: what a new tab shows. */
  today: Sealed;
  /** Sealed: whom backups are made for, and the last one. */
  backup: Sealed;
  /** The folder that the person chose for backups. Nothing of theirs but its name. */
  folder: FileSystemDirectoryHandle;
  /** Sealed: what the last look at everything found, until the person has said how to go on. */
  loss: Sealed;
  /** Sealed: the private half of `LockedHeader.mail`. */
  mail: Sealed;
  moving: Moving;
}

export interface Schema extends DBSchema {
  rows: { key: string; value: SealedRow; indexes: { marks: string } };
  chain: { key: number; value: ChainLink };
  /** Rows changed since the last segment was cut for other devices, with the action that touched them last. */
  outbox: { key: string; value: { id: string; seq: number } };
  segments: { key: string; value: unknown };
  applied: { key: string; value: unknown };
  snapshots: { key: string; value: unknown };
  blobs: { key: string; value: unknown };
  /** The keys of `Meta`, `draft/<token>` for texts being written, `caught/<id>` for what was written while locked. */
  meta: { key: string; value: Meta[keyof Meta] };
}

export type Database = IDBPDatabase<Schema>;
