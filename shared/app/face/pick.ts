// Choosing from a short list by typing: what the list shows, what is chosen, and when the typing is a note instead.

export interface Option<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

export interface Picking<Key extends string> {
  readonly text: string;
  /** What Enter takes. Nothing for a note as long as nobody has said which option it belongs to. */
  readonly chosen: Key | undefined;
  /** The option that was gone to by hand: a note that is typed afterwards stays with it, whatever its letters spell. */
  readonly picked?: Key;
  /** The option that the text pointed at before it became a note: the first to be offered, and never taken for granted. */
  readonly near?: Key;
  /** Enter was pressed on a note of no option: the person is being asked which one. */
  readonly asks?: true;
}

export const nothingPicked = { text: '', chosen: undefined } as const;

/** The options that the text points at; all of them when it points at none, because then it is a note. */
export function optionsFor<Key extends string>(options: readonly Option<Key>[], text: string): readonly Option<Key>[] {
  const found = matches(options, text);
  return found.length > 0 ? found : options;
}

/** The typed text when it is no search: it goes as a note with the option that is chosen. */
export function noteIn<Key extends string>(options: readonly Option<Key>[], text: string): string | undefined {
  return text.trim() !== '' && matches(options, text).length === 0 ? text.trim() : undefined;
}

/**
 * Typing chooses the first option that fits, or the picked one if it fits too. Typing on, past every option, goes back
 * to the picked one; without one nothing is chosen any more.
 */
export function typeText<Key extends string>(
  options: readonly Option<Key>[],
  before: Picking<Key>,
  text: string,
): Picking<Key> {
  if (text.trim() === '') return { text, chosen: undefined };
  const found = matches(options, text);
  const { picked } = before;
  const near = text.trim().length >= leastToPoint ? (found[0]?.key ?? before.near) : undefined;
  const stands = found.length === 0 || found.some(({ key }) => key === picked);
  return {
    text,
    chosen: stands ? (picked ?? found[0]?.key) : found[0]?.key,
    ...(picked !== undefined && { picked }),
    ...(near !== undefined && { near }),
  };
}

/** Asks which option a note belongs to. One is offered, so that Enter alone can answer; arrows go on from there. */
export function askWhich<Key extends string>(options: readonly Option<Key>[], picking: Picking<Key>): Picking<Key> {
  return { ...picking, chosen: picking.near ?? options[0]?.key, asks: true };
}

/** Shorter beginnings point at anything: the one of "rang" at whatever has a word with an R. */
const leastToPoint = 4;

/** One step through the options that are shown, round the ends. */
export function step<Key extends string>(
  options: readonly Option<Key>[],
  picking: Picking<Key>,
  by: 1 | -1,
): Picking<Key> {
  const shown = optionsFor(options, picking.text);
  const now = shown.findIndex(({ key }) => key === picking.chosen);
  const next = now === -1 && by === -1 ? shown.length - 1 : (now + by + shown.length) % shown.length;
  const key = shown[next]?.key;
  return key === undefined ? picking : pickByHand(picking, key);
}

export const pickByHand = <Key extends string>(picking: Picking<Key>, key: Key): Picking<Key> => ({
  ...picking,
  chosen: key,
  picked: key,
});

/** No name of an option comes near it, so a longer text is a note, and is not read through at every key. */
const mostInSearch = 400;

function matches<Key extends string>(options: readonly Option<Key>[], text: string): readonly Option<Key>[] {
  if (text.length > mostInSearch) return [];
  const query = fold(text).trim();
  if (query === '') return options;
  const within = (needle: string) => options.filter(({ label }) => ` ${fold(label)}`.includes(needle));
  const atWordStart = within(` ${query}`);
  // Languages that are written without spaces have no starts of words to go by.
  return atWordStart.length > 0 ? atWordStart : within(query);
}

/** Lower case, without accents, one space between words: what two people would call the same letters. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
