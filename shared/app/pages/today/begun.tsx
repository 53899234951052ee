// What was begun and not saved, offered where the day begins: an entry, the note of an answer, words of one's own.

import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { longDay } from '../../day-words.ts';
import { useLive } from '../../use-live.ts';
import { DraftOffer } from '../journal/draft-offer.tsx';
import { type BegunNote, type BegunWords, readBegunMoments } from './begun-moments.ts';
import { BegunOwnWords } from './begun-own-words.tsx';

export function Begun() {
  const t = useWords();
  const { router, selection, days, draftRevision } = useApplication();
  const today = days.shown.value;
  const { value } = useLive(readBegunMoments, [draftRevision.value]);
  const [taken, setTaken] = useState<BegunWords>();
  const note = value?.notes[0];
  const words = value?.words[0];

  // The day of the promise is where its note is written at any time.
  const goOn = ({ promise, day }: BegunNote) => {
    selection.promise.value = promise;
    selection.day.value = day;
    router.go('promises/one');
  };
  return (
    <>
      <DraftOffer />
      {note && (
        <Notice action={{ label: t('begun.goOn'), onPress: () => goOn(note) }}>
          {t('begun.note', { day: longDay(t, note.day, today), promise: note.text })}
        </Notice>
      )}
      {taken && <BegunOwnWords key={taken.id} begun={taken} onDone={() => setTaken(undefined)} />}
      {words && !taken && (
        <Notice action={{ label: t('begun.goOn'), onPress: () => setTaken(words) }}>
          {t('begun.ownWords', { day: longDay(t, words.input.day, today) })}
        </Notice>
      )}
    </>
  );
}
