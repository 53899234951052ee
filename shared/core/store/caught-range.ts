// Where in `meta` lies what was written while the vault was locked. Apart from the rest, because every opening looks.

export const caughtPrefix = 'caught/';

export const caughtRange = (): IDBKeyRange => IDBKeyRange.bound(caughtPrefix, `${caughtPrefix}\uffff`);
