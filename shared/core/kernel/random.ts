/** Chance as a value, for the same reason as the clock. */
export interface Random {
  /** A random version 4 UUID. */
  uuid(): string;
  /** `length` bytes from a cryptographic source. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

export const systemRandom: Random = {
  uuid: () => crypto.randomUUID(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
