// From a choice to a file among the downloads.

import { type Audience, chooseRows, type Part } from '@core/exchange/choose.ts';
import type { Format } from '@core/exchange/formats.ts';
import { findToldWins } from '@core/exchange/told-wins.ts';
import type { WrittenFile } from '@core/exchange/write-file.ts';
import { today } from '@core/kernel/local-day.ts';
import { ok, type Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { type Application, useApplication } from '../../application.ts';
import { download } from '../../download.ts';
import { folderWords } from './folder-words.ts';
import { runJob } from './run-job.ts';

export interface Choice {
  readonly audience: Audience;
  readonly parts: readonly Part[];
  readonly format: Format;
}

type ExportState =
  | { readonly type: 'resting' | 'making' | 'nothing' }
  /** `unread`: records that are there and cannot be read, and so are not in the file. */
  | { readonly type: 'made'; readonly name: string; readonly unread: number }
  | { readonly type: 'fault'; readonly fault: Fault };

export function useExport() {
  const application = useApplication();
  const t = useWords();
  const [state, setState] = useState<ExportState>({ type: 'resting' });

  const make = async (choice: Choice) => {
    if (state.type === 'making') return;
    setState({ type: 'making' });
    // What rejects is a file of ours that is no longer there
    const made = await makeFile(application, choice, t).catch(() => undefined);
    if (!made) return setState({ type: 'fault', fault: { type: 'replaced' } });
    if (!made.ok) return setState({ type: 'fault', fault: made.error });
    const { file, unread } = made.value;
    if (!file) return setState({ type: 'nothing' });
    download(file.name, file.bytes, file.type);
    setState({ type: 'made', name: file.name, unread });
  };
  return { state, make, rest: () => setState({ type: 'resting' }) };
}

async function makeFile(
  { ledger, host }: Application,
  { audience, parts, format }: Choice,
  t: ReturnType<typeof useWords>,
): Promise<Result<{ file?: WrittenFile; unread: number }, Fault>> {
  const whole = await ledger.whole();
  if (!whole.ok) return whole;
  const listing = await whole.value.rows();
  if (!listing.ok) return listing;
  const rows = chooseRows(listing.value.rows, parts, audience);
  const unread = listing.value.damaged;
  if (rows.length === 0) return ok({ unread });
  const told = await findToldWins(rows, whole.value.find);
  if (!told.ok) return told;
  const day = today(host.clock);
  const words = folderWords(t, day);
  return ok({ file: await runJob({ task: 'write', format, rows, told: told.value, day, words }), unread });
}
