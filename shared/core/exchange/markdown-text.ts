// The person's words inside a Markdown file. Whatever program opens it in ten years, nothing in them becomes markup of a
// page, a script, an address that runs, or a picture that is fetched; what reads as ordinary Markdown goes on doing so.

/**
 * A text of many lines. What could do harm is written as a character reference, which no backslash before it can undo.
 * A code block that was left open is closed, because it would swallow everything that follows.
 */
export function markdownBody(text: string): string {
  const safe = withoutHarm(text.replace(/\r\n?/g, '\n'));
  const open = openFence(safe);
  return open === undefined ? safe : `${safe}\n${open}`;
}

/** A text as one line. */
export const markdownLine = (text: string): string => withoutHarm(text.replace(/\s+/g, ' ').trim());

/** A text as a quotation inside a point of a list. */
export const markdownQuote = (text: string): string =>
  markdownBody(text)
    .split('\n')
    .map((line) => `  > ${line}`.trimEnd())
    .join('\n');

/** Tags as YAML, which reads the strings of JSON. */
export const yamlList = (items: readonly string[]): string =>
  `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;

const withoutHarm = (text: string): string =>
  text
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/!\[/g, '!&#91;')
    .replace(/\](?=\((?!https?:\/\/))/gi, '&#93;')
    .replace(/\](?=:(?![^\S\n]*https?:\/\/))/gi, '&#93;');

/** The line that closes the last code block, when none does. */
function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (!fence) continue;
    if (open === undefined) open = fence;
    else if (fence[0] === open[0] && fence.length >= open.length && line.trim() === fence) open = undefined;
  }
  return open;
}
