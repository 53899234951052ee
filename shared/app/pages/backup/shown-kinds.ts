// The kinds of records that a preview names; each has its words.

export const shownKinds = [
  ...(['commitment', 'outcome', 'win', 'appreciation', 'celebration', 'journalEntry', 'settings'] as const),
];
