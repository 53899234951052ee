// Records in a real vault, on their way out and in.

import { winTypes } from '@core/domain/win.ts';
import type { Here } from '@core/exchange/incoming.ts';
import type { FolderWords } from '@core/exchange/markdown-folder.ts';
import type { Edit, Row } from '@core/kernel/record.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { must } from './must.ts';
import { monday } from './records.ts';
import { openRig } from './vault-rig.ts';

export const here: Here = { today: monday, zone: 'Europe/Budapest' };

export type Writing = readonly Edit[];

export const rowsIn = async (ledger: Ledger): Promise<Row[]> => must(await must(await ledger.whole()).rows()).rows;

/** What a fresh vault holds after these acts. */
export async function records(...writing: readonly Writing[]): Promise<Row[]> {
  const ledger = await openRig();
  for (const edits of writing) must(await ledger.commit(edits));
  const rows = await rowsIn(ledger);
  ledger.close();
  return rows;
}

export const folderWords: FolderWords = {
  locale: 'en-GB',
  readme: ['What this is.', 'How to read it.'],
  ...{ promises: 'Promises', wins: 'Small wins', kindActs: 'Kind acts', ownWords: 'Own words', journal: 'Journal' },
  ...{ noPromise: 'A promise', heavy: 'A heavy day' },
  results: {
    ...{ kept: 'Kept', partly: 'Partly', changedWithNotice: 'Changed in time' },
    ...{ notKept: 'Not kept', didNotComeUp: 'Did not come up' },
  },
  winTypes: Object.fromEntries(winTypes.map(({ type }) => [type, type])) as FolderWords['winTypes'],
};
