// A stream of bytes as lines, one after the other, within limits: a bomb is stopped long before it is unpacked.

import { type Bytes, joined } from '../kernel/bytes.ts';

export type LineTrouble = 'tooLarge' | 'cut';

export interface LineLimits {
  readonly textBytes: number;
  readonly lineBytes: number;
}

/**
 * Gives each line without its end to `onLine`, until that answers false. Answers what is wrong with the stream as a
 * whole: `tooLarge`, or `cut` when the last line has no end. Rejects when the stream itself fails.
 */
export async function readLines(
  stream: ReadableStream<Uint8Array>,
  limits: LineLimits,
  onLine: (line: Bytes) => boolean,
): Promise<LineTrouble | undefined> {
  const reader = stream.getReader();
  const stop = async (trouble?: LineTrouble) => {
    await reader.cancel().catch(() => {});
    return trouble;
  };
  let total = 0;
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return restBytes > 0 ? 'cut' : undefined;
    total += value.length;
    if (total > limits.textBytes) return stop('tooLarge');
    let from = 0;
    for (let end = value.indexOf(0x0a); end >= 0; end = value.indexOf(0x0a, from)) {
      const line = joined([...rest, value.subarray(from, end)]);
      rest = [];
      restBytes = 0;
      from = end + 1;
      if (line.length > limits.lineBytes) return stop('tooLarge');
      if (!onLine(line)) return stop();
    }
    rest.push(value.slice(from));
    restBytes += value.length - from;
    if (restBytes > limits.lineBytes) return stop('tooLarge');
  }
}
