// The forms in which words go out. Apart from the writers, because a page asks about them before it needs those.

/** A folder to read, one file for programs, tables for a spreadsheet. */
export const formats = ['folder', 'json', 'tables'] as const;
export type Format = (typeof formats)[number];
