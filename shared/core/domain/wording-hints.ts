// Hints on the wording of a promise. Shown beside the field, never blocking: the person knows better.

import { limits } from './limits.ts';

/** Their words are in `hint.<key>`. */
export const hintKeys = ['negative', 'reaction', 'noTime', 'abstinence'] as const;
export type HintKey = (typeof hintKeys)[number];

const negative = /^\W*(?:i(?:'ll| will| am going to)?\s+)?(?:not|no more|don['’]?t|won['’]?t|never|stop|quit)\b/i;

const reaction =
  /\b(?:so|in order) (?:that )?(?:they|he|she|you|my (?:partner|wife|husband|girlfriend|boyfriend))\b|\b(?:make|let) (?:them|him|her|you) (?:trust|forgive|believe|love|feel|see|happy|proud)\b/i;

const abstinence =
  /\b(?:sober|sobriety|abstain|abstinen(?:t|ce)|relaps(?:e|es|ed|ing)|(?:stay|be|keep|get|remain) clean|drugs?|drunk|get high|(?:not|never|don['’]?t|won['’]?t|stop|quit|without|no more) (?:to )?(?:use|using|drink|drinking|smok(?:e|ing)|alcohol)|use (?:again|today|anything|any more|anymore)|(?:not|n['’]t) (?:ever )?use)\b/i;

const time =
  /\d\s*[:.h]\s*\d\d\b|\b\d{1,2}\s?(?:am|pm|o['’]clock)\b|\b(?:noon|midday|midnight|morning|afternoon|evening|night|tonight|today|tomorrow|lunch|dinner|breakfast|supper|bedtime|before|after|when|once|every|daily|each|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/i;

const place =
  /\b(?:home|there|here|school|upstairs|downstairs|outside|(?:at|in|to|from|on|by) (?:the|my|our|their|a)\b)/i;

/**
 * What could be said better: says what not to do, names the other's reaction, has neither time nor place (unless the
 * form `hasTime`), promises abstinence. Knows English only; in another script it stays silent.
 */
export function wordingHints(text: string, { hasTime }: { readonly hasTime: boolean }): HintKey[] {
  const start = text.slice(0, 4 * limits.promise);
  if (start.trim() === '') return [];
  const applies: Record<HintKey, boolean> = {
    negative: negative.test(start),
    reaction: reaction.test(start),
    noTime: isLatin(start) && !hasTime && !time.test(start) && !place.test(start),
    abstinence: abstinence.test(start),
  };
  return hintKeys.filter((key) => applies[key]);
}

const isLatin = (text: string): boolean => /[a-z]/i.test(text);
