// What every kind of record has in common: a row of named fields, and an edit that sets some of them.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Fields = Readonly<Record<string, Json>>;

/** A record as the rest of the product reads it. Long texts appear as `TextView`; stamps stay in merge and store. */
export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly fields: Fields;
  /** Instant of the newest edit of any field, in ms since 1970, by the clock of the device that made it. */
  readonly editedAt: number;
}

/** A long text as read. `heads` names the versions it shows; an edit hands them back, so that nothing unseen is lost. */
export interface TextView {
  readonly text: string;
  readonly heads: readonly string[];
  /** True when two versions were written at the same time and overlap: `text` then shows both. */
  readonly conflict: boolean;
}

/** A wish to set fields of one row. The write door turns it into stamped, sealed bytes. */
export interface Edit {
  readonly kind: string;
  /** Which row. `name` derives a stable secret id, for records of which there is one per name (an outcome per day). */
  readonly row: { readonly id: string } | { readonly name: string };
  readonly set: Fields;
  /** Long texts to write, with the versions the writer had on the screen. */
  readonly texts?: Readonly<Record<string, { readonly text: string; readonly over: readonly string[] }>>;
}

/** `deleted` is a field like any other: absence never means deletion. */
export const isDeleted = (row: { readonly fields: Fields }): boolean => row.fields['deleted'] === true;
