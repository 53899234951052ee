// Words that are typed into a moment are kept as a draft where the page around it keeps drafts. Where nobody does, they
// stand on the screen and nowhere else.

import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Fields } from '@core/kernel/record.ts';
import type { Fault } from '@core/vault/fault.ts';
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Begun, FormName } from '../begun.ts';
import type { OpenDraft } from '../open-draft.ts';
import { useDraft } from '../use-draft.ts';

export interface Keep {
  readonly open: OpenDraft;
  /** What was begun of this moment's words before. */
  readonly begun: Begun | undefined;
}

export const KeepContext = createContext<Keep | undefined>(undefined);

/** The note of an answer: one for a promise and a day, wherever it is written. */
export const noteOf = (promise: string, day: LocalDay): FormName => ({ type: 'note', of: `${promise}|${day}` });

/** The own words of a celebration: of a win or an outcome. */
export const ownWordsOf = (of: string): FormName => ({ type: 'ownWords', of });

interface KeptWords {
  readonly words: string;
  readonly fault: Fault | undefined;
  type(words: string): void;
  /** Runs the act that saves them: it is given the draft to drop with it. Answers whether it worked. */
  save(act: (draft: string | undefined) => Promise<{ readonly ok: boolean }>): Promise<boolean>;
  /** The person wants no more of them. */
  discard(): void;
}

/** `about`: what it takes to save the words once the moment itself is gone. `before`: the words that are saved already. */
export function useKeptWords({ type, of = '' }: FormName, about: Fields, before = ''): KeptWords {
  const keep = useContext(KeepContext);
  const begun = keep?.begun?.type === type && keep.begun.of === of ? keep.begun : undefined;
  const [words, setWords] = useState(() => wordsIn(begun) ?? before);
  const draft = useDraft({
    open: keep?.open,
    key: begun?.key,
    unsaved: words !== before,
    read: () => (words.trim() === before.trim() ? undefined : { type, of, values: { ...about, words } }),
  });
  return {
    words,
    fault: draft.fault,
    type(next) {
      setWords(next);
      draft.touch();
    },
    async save(act) {
      await draft.settle();
      const { ok } = await act(draft.key);
      if (ok) draft.done();
      else draft.touch(); // the words on the screen are unsaved still, and go on being kept as a draft
      return ok;
    },
    discard: () => void draft.discard(),
  };
}

function wordsIn(begun: Begun | undefined): string | undefined {
  const words = begun?.values['words'];
  return typeof words === 'string' ? words : undefined;
}
