// What a person wrote in their own words after a win or an answer: to read again, to change, or to take away.

import { changeOwnWords, ownWordsInput } from '@core/domain/celebration.ts';
import { Button } from '@ui/parts/button.tsx';
import { Form } from '@ui/parts/form.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { useApplication } from '../application.ts';
import { useKeptFocus } from '../face/kept-focus.ts';
import { useOnce, useSaving } from '../saving.ts';
import type { Worded } from './own-words-queries.ts';
import { SavingNote } from './saving-note.tsx';
import './own-words-again.css';

/** Pressed, the words open to be changed. */
export function OwnWordsAgain({ words = [] }: { readonly words?: readonly Worded[] | undefined }) {
  const t = useWords();
  const [open, setOpen] = useState<string>();
  const place = useKeptFocus(`${open} ${words.length}`);
  const had = useRef(false);
  had.current ||= words.length > 0;
  if (!had.current) return null; // but where words were just taken away, the focus has a place to stay
  return (
    <div class="own-words-again" ref={place} tabIndex={-1}>
      {words.map((one) =>
        open === one.id ? (
          <WordsForm key={one.id} celebration={one} onDone={() => setOpen(undefined)} />
        ) : (
          <button key={one.id} type="button" class="line" onClick={() => setOpen(one.id)}>
            <span class="line-words">
              <span class="soft small">{t('wins.ownWords')}</span>
              <span class="own-words own-words-said" dir="auto">
                {one.ownWords}
              </span>
            </span>
          </button>
        ),
      )}
    </div>
  );
}

interface WordsFormProps {
  readonly celebration: Worded;
  readonly onDone: () => void;
}

function WordsForm({ celebration, onDone }: WordsFormProps) {
  const t = useWords();
  const { undo, commit } = useApplication();
  const saving = useSaving();
  const { id } = celebration;
  const [before] = useState(celebration.ownWords);
  const [text, setText] = useState(before);
  const [error, setError] = useState<string>();
  useUnsaved(text !== before);

  const write = async (ownWords: string | undefined) => {
    const saved = await saving.save([changeOwnWords(id, ownWords)]);
    if (!saved) return false;
    const done = t(ownWords === undefined ? 'app.deleted' : 'app.saved');
    undo.propose({ done, undo: () => commit([changeOwnWords(id, before)]) });
    onDone();
    return true;
  };
  const save = useOnce(async () => {
    if (text === before) {
      onDone();
      return true;
    }
    const checked = ownWordsInput(text);
    setError(checked.ok ? undefined : t(`error.${checked.error[0]?.type ?? 'tooLong'}`));
    return checked.ok && write(checked.value.ownWords);
  });
  return (
    <Form class="own-words-form" onSubmit={() => void save()}>
      <TextArea label={t('wins.ownWords')} room="line" value={text} onInput={setText} error={error} />
      <div class="cluster">
        <Button kind="main" type="submit">
          {t('app.save')}
        </Button>
        <Button onClick={onDone}>{t('app.cancel')}</Button>
        <Button kind="quiet" class="form-delete" onClick={() => void write(undefined)}>
          {t('app.delete')}
        </Button>
      </div>
      {saving.state.value.type === 'fault' && <SavingNote saving={saving} onRetry={saving.rest} />}
    </Form>
  );
}
