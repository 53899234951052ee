// A win in seconds, by keyboard alone: type or choose, Enter. Text that names no win is a note: it goes with the win that
// was gone to by hand, and where there is none, Enter asks which one it was before it saves.

import { type WinInput, type WinType, winInput, winTypes } from '@core/domain/win.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Result } from '@core/kernel/result.ts';
import { useHolding } from '@ui/parts/holding.ts';
import { mostInSmallField } from '@ui/parts/insertion.ts';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useFetched } from '../use-fetched.ts';
import { NotLoaded } from './not-loaded.tsx';
import { askWhich, noteIn, nothingPicked, optionsFor, type Picking, pickByHand, step, typeText } from './pick.ts';
import type { QuickWinError } from './quick-win-trouble.tsx';
import type { Wrong } from './source.ts';
import './quick-win.css';

interface QuickWinProps {
  readonly day: LocalDay;
  /** Resolves with the id of the win once it is on the disk. */
  readonly onLog: (input: WinInput) => Promise<Result<string, Wrong>>;
  readonly onSaved: (win: WinType, id: string) => void;
  /** The page already asks the question, as a title. */
  readonly labelHidden?: boolean;
  /** What the field held before this took it over. */
  readonly typed?: string;
  /** True where this field is what the page was opened for. */
  readonly takesFocus?: boolean;
}

// On most days nothing is wrong.
const fetchTrouble = async () => (await import('./quick-win-trouble.tsx')).QuickWinTrouble;

export function QuickWin({ day, onLog, onSaved, labelHidden = false, typed = '', takesFocus = false }: QuickWinProps) {
  const t = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const saving = useRef(false);
  const [fault, setFault] = useState<Wrong>();
  const [error, setError] = useState<QuickWinError>();
  const options = winTypes.map(({ type }) => ({ key: type, label: t(`win.${type}`) }));
  // Before any script ran nothing could keep a huge paste out of the field.
  const early = typed.length > mostInSmallField ? typed : undefined;
  const holding = useHolding(mostInSmallField, early);
  const [picking, setPicking] = useState<Picking<WinType>>(() =>
    typeText(options, nothingPicked, early === undefined ? typed : ''),
  );
  useUnsaved(picking.text !== '');
  const note = noteIn(options, picking.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (picking.chosen) document.getElementById(`${id}-${picking.chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, picking]);

  const isTroubled = error !== undefined || fault !== undefined || holding.text !== undefined;
  const Trouble = useFetched(isTroubled, fetchTrouble);

  const check = (win: WinType | undefined) => {
    const checked = winInput({ of: win, day, note: note ?? '' }, { today: day });
    setError(checked.ok ? undefined : (checked.error[0]?.type ?? 'tooLong'));
    return checked.ok ? checked.value : undefined;
  };
  const save = async (win: WinType | undefined) => {
    const input = win && !saving.current && check(win);
    if (!input) return;
    saving.current = true;
    const saved = await onLog(input);
    saving.current = false;
    setFault(saved.ok ? undefined : saved.error);
    if (saved.ok) onSaved(input.of, saved.value);
  };
  const enter = () => {
    if (picking.chosen || !note) return void save(picking.chosen);
    const asked = askWhich(options, picking);
    if (check(asked.chosen)) setPicking(asked); // a note that cannot be saved is said to be so before anything is asked
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return; // Enter and arrows belong to the input method
    if (event.key === 'ArrowDown') setPicking(step(options, picking, 1));
    else if (event.key === 'ArrowUp') setPicking(step(options, picking, -1));
    else if (event.key !== 'Enter') return;
    else if (!event.repeat) enter(); // a key held down too long is no answer to what it brought up
    event.preventDefault();
  };

  const ofNote = note && <NoteHint note={note} />;
  const hint = picking.asks ? <strong>{t('moment.winWhich')}</strong> : (ofNote ?? t('moment.winHint'));

  return (
    <div class="pick">
      <label for={id} class={labelHidden ? 'visually-hidden' : undefined}>
        {t('moment.winAsk')}
      </label>
      <input
        ref={field}
        id={id}
        class="entry"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={picking.chosen && `${id}-${picking.chosen}`}
        aria-describedby={`${id}-hint`}
        aria-invalid={error ? 'true' : undefined}
        autocomplete="off"
        autocapitalize="off"
        enterkeyhint="done"
        dir="auto"
        value={picking.text}
        {...holding.watch}
        onInput={(event) => setPicking(typeText(options, picking, event.currentTarget.value))}
        onKeyDown={onKeyDown}
      />
      <p class="field-hint pick-hint" id={`${id}-hint`} role="status">
        {!error && hint}
        {typeof Trouble === 'function' && error && <Trouble error={error} />}
      </p>
      {(fault?.type === 'notLoaded' || Trouble === 'missing') && <NotLoaded />}
      {typeof Trouble === 'function' && <Trouble holding={holding} fault={fault} onRetry={enter} />}
      <div class="pick-list" role="listbox" id={`${id}-list`} aria-label={t('moment.winAsk')} tabIndex={-1}>
        {optionsFor(options, picking.text).map(({ key, label }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; the option is named by aria-activedescendant
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the field
          <div
            key={key}
            id={`${id}-${key}`}
            role="option"
            aria-selected={key === picking.chosen}
            onClick={() => {
              setPicking(pickByHand(picking, key));
              void save(key);
            }}
          >
            {label}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The sentence around the note is ours; the note itself is the person's, in whatever direction it is written. */
function NoteHint({ note }: { readonly note: string }) {
  const [before, after] = useWords()('moment.asNote', { note: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <bdi>{note}</bdi>
      {after}
    </>
  );
}
