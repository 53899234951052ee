import {
  askWhich,
  noteIn,
  nothingPicked,
  optionsFor,
  type Picking,
  pickByHand,
  step,
  typeText,
} from '@app/face/pick.ts';
import { expect, test } from 'vitest';

const options = [
  { key: 'true', label: 'Said the true thing' },
  { key: 'asked', label: 'Asked for help' },
  { key: 'rest', label: 'Rest, food, appointment' },
] as const;

test('nothing is chosen before something was typed or an arrow pressed', () => {
  expect(typeText(options, nothingPicked, '')).toEqual({ text: '', chosen: undefined });
});

test('typing chooses the first label with a word that begins so, whatever its case or accents', () => {
  expect(typeText(options, nothingPicked, 'foo').chosen).toBe('rest');
  expect(typeText(options, nothingPicked, 'HÉLP').chosen).toBe('asked');
  expect(optionsFor(options, 'th').map(({ key }) => key)).toEqual(['true']);
});

test('text inside a word is found when no word begins so, for languages without spaces', () => {
  expect(typeText([{ key: 'a', label: '彼らの話を聞いた' }], nothingPicked, '話を').chosen).toBe('a');
});

test('text that names nothing is a note of no option until somebody says of which', () => {
  const before = typeText(options, nothingPicked, 'rest');
  expect(before.chosen).toBe('rest');
  const after = typeText(options, before, 'rested early ');
  expect(after.chosen).toBeUndefined();
  expect(noteIn(options, after.text)).toBe('rested early');
  expect(optionsFor(options, after.text)).toHaveLength(3);
});

test('asked of which, the option that the text came by is offered, else the first', () => {
  const typed = typeText(options, typeText(options, nothingPicked, 'rest'), 'rested early');
  expect(askWhich(options, typed)).toMatchObject({ text: 'rested early', chosen: 'rest', asks: true });
  expect(askWhich(options, typeText(options, nothingPicked, 'zzz'))).toMatchObject({ chosen: 'true', asks: true });
});

test('a letter or two that begin a note by chance offer nothing', () => {
  let picking: Picking<(typeof options)[number]['key']> = nothingPicked;
  for (const text of ['r', 're', 'red']) picking = typeText(options, picking, text);
  expect(askWhich(options, picking).chosen).toBe('true');
});

test('arrows answer the question, and go on being asked; typing on takes it back', () => {
  const asked = askWhich(options, typeText(options, nothingPicked, 'zzz'));
  expect(step(options, asked, 1)).toMatchObject({ text: 'zzz', chosen: 'asked', asks: true });
  const typedOn = typeText(options, asked, 'zzz z');
  expect(typedOn.chosen).toBeUndefined();
  expect(typedOn.asks).toBeUndefined();
  expect(typeText(options, step(options, asked, 1), 'zzz z').chosen).toBe('asked');
});

test('an option that was pressed counts as gone to by hand', () => {
  const pressed = pickByHand(typeText(options, nothingPicked, 'zzz'), 'asked');
  expect(typeText(options, pressed, 'zzz z').chosen).toBe('asked');
});

test('a note stays with the option that was gone to by hand, whatever its letters spell on the way', () => {
  let picking: Picking<(typeof options)[number]['key']> = step(options, nothingPicked, -1);
  for (const text of ['a', 'as', 'as ', 'as a', 'as al', 'as alw']) picking = typeText(options, picking, text);
  expect(noteIn(options, picking.text)).toBe('as alw');
  expect(picking.chosen).toBe('rest');
});

test('among the options that fit, the one that was gone to by hand stays chosen', () => {
  const both = [...options, { key: 'helped', label: 'Helped' }] as const;
  const searched = typeText(both, nothingPicked, 'help');
  expect(searched.chosen).toBe('asked');
  expect(typeText(both, step(both, searched, 1), 'helpe').chosen).toBe('helped');
  expect(typeText(both, step(both, searched, 1), 'help ').chosen).toBe('helped');
});

test('a search finds something else than what was gone to by hand', () => {
  expect(typeText(options, step(options, nothingPicked, 1), 'rest').chosen).toBe('rest');
});

test('a search is no note', () => {
  expect(noteIn(options, 'asked')).toBeUndefined();
  expect(noteIn(options, '  ')).toBeUndefined();
});

test('arrows go round what is shown', () => {
  expect(step(options, nothingPicked, 1).chosen).toBe('true');
  expect(step(options, nothingPicked, -1).chosen).toBe('rest');
  expect(step(options, { text: '', chosen: 'rest' }, 1).chosen).toBe('true');
  expect(step(options, { text: '', chosen: 'true' }, -1).chosen).toBe('rest');
});

test('a paste of five megabytes is a note at once', () => {
  const paste = 'x'.repeat(5_000_000);
  expect(noteIn(options, paste)).toBe(paste);
});
