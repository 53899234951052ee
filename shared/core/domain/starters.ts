// Ten promises to begin with, so that nobody faces an empty box. Their words are in `starter.<key>`; what stands in
// square brackets there is for the person to change.

import type { Repeat } from './commitment.ts';
import { timeShape } from './commitment-shape.ts';
import type { Aim, Value } from './value.ts';

export interface Starter {
  readonly key: string;
  readonly value: Value;
  readonly aim: Aim;
  readonly repeat: Repeat;
  readonly dueTime?: string;
}

const once = { type: 'none' } as const;
const daily = { type: 'daily' } as const;

export const starters = [
  { key: 'homeBy', value: 'punctuality', aim: 'partner', repeat: daily, dueTime: '18:30' },
  { key: 'schoolRun', value: 'punctuality', aim: 'self', repeat: once },
  { key: 'phoneAway', value: 'presence', aim: 'self', repeat: daily, dueTime: '19:00' },
  { key: 'payBill', value: 'followThrough', aim: 'self', repeat: once, dueTime: '12:00' },
  { key: 'appointment', value: 'selfCare', aim: 'self', repeat: once, dueTime: '17:00' },
  { key: 'oneQuestion', value: 'listening', aim: 'partner', repeat: daily },
  { key: 'sayWhere', value: 'honesty', aim: 'partner', repeat: daily },
  { key: 'cook', value: 'followThrough', aim: 'self', repeat: { type: 'weekdays', days: [2] } },
  { key: 'bedBy', value: 'selfCare', aim: 'self', repeat: daily, dueTime: '23:00' },
  { key: 'leaveEvening', value: 'patience', aim: 'self', repeat: once },
] as const satisfies readonly Starter[];

/** A place in a text, in code units: what a text field selects. */
export interface Blank {
  readonly from: number;
  readonly to: number;
}

/** The sentence without its brackets, and where they stood. `sayTime` writes a blank of the form `HH:MM`. */
export function openStarter(
  words: string,
  sayTime: (time: string) => string,
): { readonly text: string; readonly blanks: readonly Blank[] } {
  const blanks: Blank[] = [];
  let text = '';
  for (const [index, piece] of words.split(/[[\]]/).entries()) {
    const said = index % 2 === 1 && timeShape.test(piece) ? sayTime(piece) : piece;
    if (index % 2 === 1) blanks.push({ from: text.length, to: text.length + said.length });
    text += said;
  }
  return { text, blanks };
}
