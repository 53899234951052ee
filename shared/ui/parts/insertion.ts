// Text that comes into a field all at once: whether it is far too much for it, and how to show it without a freeze.

/** Far beyond what any small field may hold, and little enough for every browser to lay out at once. */
export const mostInSmallField = 20_000;

export type Insertion = InputEvent | ClipboardEvent;
type Holder = Pick<HTMLInputElement, 'value'> & Partial<Pick<HTMLTextAreaElement, 'textLength'>>;

/**
 * What is about to be put into the field and is far too long for it. Browsers take seconds to lay out some megabytes in
 * a field, and seconds again at each key, so such a text is shown beside the field instead. `most` in UTF-16 units.
 */
export function hugeInsertion(event: Insertion, field: Holder, most: number): string | undefined {
  const text = 'clipboardData' in event ? event.clipboardData?.getData('text/plain') : event.data;
  if (!text) return undefined;
  // `textLength` costs nothing, where there is one; an `<input>` without it was never let grow beyond a small field.
  return text.length + (field.textLength ?? field.value.length) > most ? text : undefined;
}

/** The text in pieces of a few screens, which a browser lays out only when they are looked at. Together they are it. */
export function inPieces(text: string, length = 4000): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + length < text.length ? endOfPiece(text, start, start + length) : text.length;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** Behind the last line or word that fits; never between the halves of one character. */
function endOfPiece(text: string, start: number, most: number): number {
  // Only the piece itself is looked through: without any break, `lastIndexOf` would go back to the start of it all.
  const piece = text.slice(start, most);
  const line = piece.lastIndexOf('\n');
  if (line > 0) return start + line + 1;
  const word = piece.lastIndexOf(' ');
  if (word > 0) return start + word + 1;
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return splits ? most - 1 : most;
}
