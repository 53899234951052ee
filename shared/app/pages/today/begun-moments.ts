// Words that were begun in a moment which is gone by now: the note of an answer, the own words of a celebration.

import {
  type CelebrationInput,
  type MarkKey,
  markKeys,
  type PromptKey,
  promptKeys,
  stages,
} from '@core/domain/celebration.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import { values } from '@core/domain/value.ts';
import { isWinType, type WinType } from '@core/domain/win.ts';
import { type LocalDay, parseLocalDay } from '@core/kernel/local-day.ts';
import { isDeleted } from '@core/kernel/record.ts';
import { ok } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { type Begun, readAllBegun } from '../../begun.ts';
import { noteOf, ownWordsOf } from '../../face/kept-words.ts';
import type { Query } from '../../live.ts';

export interface BegunNote {
  readonly begun: Begun;
  readonly promise: string;
  readonly text: string;
  readonly day: LocalDay;
}

export interface BegunWords {
  readonly begun: Begun;
  readonly act: WinType;
  /** Id of the celebration. */
  readonly id: string;
  readonly input: CelebrationInput;
}

interface BegunMoments {
  readonly notes: readonly BegunNote[];
  readonly words: readonly BegunWords[];
}

export const readBegunMoments: Query<BegunMoments> = async (ledger) => {
  const all = await readAllBegun(ledger);
  if (!all.ok) return all;
  const notes = await Promise.all(all.value.map((begun) => readNote(ledger, begun)));
  return ok({
    notes: notes.filter((note) => note !== undefined),
    words: all.value.flatMap((begun) => parseWords(begun) ?? []),
  });
};

/** Nothing for the note of a promise that was deleted: it waits in case that is undone. */
async function readNote({ get }: Ledger, begun: Begun): Promise<BegunNote | undefined> {
  const { promise } = begun.values;
  const day = parseLocalDay(begun.values['day']);
  if (typeof promise !== 'string' || !day || begun.of !== noteOf(promise, day).of) return undefined;
  const found = await get(promise);
  const parsed = found.ok && found.value && !isDeleted(found.value) ? parseCommitment(found.value) : undefined;
  return parsed?.ok ? { begun, promise, day, text: parsed.value.text } : undefined;
}

const prompts: readonly (PromptKey | MarkKey)[] = [...values.flatMap(promptKeys), ...markKeys];

function parseWords(begun: Begun): BegunWords | undefined {
  const { id, act, stage, promptKey } = begun.values;
  const day = parseLocalDay(begun.values['day']);
  const known = stages.find((one) => one === stage);
  if (begun.type !== ownWordsOf('').type || begun.of === undefined) return undefined;
  if (typeof id !== 'string' || !isWinType(act) || !day || !known) return undefined;
  const prompt = prompts.find((one) => one === promptKey);
  return { begun, act, id, input: { of: begun.of, day, stage: known, ...(prompt && { promptKey: prompt }) } };
}
