// Three weeks of a record as somebody might really have kept it: small, uneven, honest, nobody's in particular.

import { newAppreciation } from '@core/domain/appreciation.ts';
import type { CommitmentInput } from '@core/domain/commitment.ts';
import type { OutcomeResult } from '@core/domain/outcome.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import type { WinType } from '@core/domain/win.ts';
import { addDays, type LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { today } from '../support/extension-pages.ts';
import { actOn, answered, celebrated, promised, won, wrote } from '../support/records.ts';

const ago = (days: number): LocalDay => addDays(today(), -days);

const home: Partial<CommitmentInput> = {
  ...{ text: 'Home by 6:30 PM; if not, I ring by 6:00 PM.', dueTime: '18:30', value: 'punctuality', aim: 'partner' },
  ...{ glance: 'Half past six', startsOn: ago(18), endsOn: addDays(today(), 10) },
};
const question: Partial<CommitmentInput> = {
  ...{ text: 'I ask one question about their day and hear all of the answer.', value: 'listening', aim: 'together' },
  ...{ startsOn: ago(9), endsOn: addDays(today(), 12) },
};
const tidy: Partial<CommitmentInput> = {
  ...{ text: 'Tidy the kitchen before bed.', startsOn: ago(17), endsOn: ago(11) },
};
const late: Partial<CommitmentInput> = {
  ...{ form: 'ifThen', value: 'honesty', aim: 'partner', startsOn: ago(3), endsOn: addDays(today(), 3) },
  ifText: 'I can see I will be later than I said',
  thenText: 'call before the time I gave, with the new time',
  text: 'call before the time I gave, with the new time',
};

const told: readonly (readonly [id: string, back: number, result: OutcomeResult, note?: string])[] = [
  ['home', 9, 'kept'],
  ['home', 8, 'partly', 'Ten past seven. I rang at quarter past six, late.'],
  ['home', 7, 'kept'],
  ['home', 6, 'changedWithNotice'],
  ['home', 5, 'notKept', 'Set the alarm for quarter to six and leave the last call for the morning.'],
  ['home', 4, 'kept'],
  ['home', 3, 'kept'],
  ['home', 2, 'didNotComeUp'],
  ['question', 7, 'kept'],
  ['question', 5, 'partly'],
  ['question', 2, 'kept'],
  ['question', 1, 'kept'],
];

const wins: readonly (readonly [back: number, of: WinType, note?: string])[] = [
  [0, 'honestWord', 'Said the receipt was mine before anybody asked.'],
  [1, 'stayedCalm'],
  [1, 'lookedAfterMyself', 'Slept before midnight.'],
  [3, 'listened', 'The whole story of the bus, to the end.'],
  [4, 'repaired', 'Wrote to the landlord.'],
  [12, 'askedForHelp'],
];

const entries: readonly (readonly [back: number, body: string])[] = [
  [
    0,
    'Came home at twenty past six. Nobody said anything about it, and that was fine.\n\nWe cooked. I did not explain myself once.',
  ],
  [1, 'A hard call with my brother. I said what I could do and what I could not, and then stopped talking.'],
  [4, 'Wrote to the landlord. It took eleven minutes. I had carried it for two months.'],
  [11, 'First week of this. It is smaller than I thought it would be, which may be the point.'],
];

export const livedIn: readonly Edit[] = [
  settingsEdit({ started: true, seenWarning: true, glance: 'own', quickHideTo: 'https://example.org/weather' }),
  ...promised('home', home.text ?? '', home, ago(18)),
  ...promised('question', question.text ?? '', question, ago(9)),
  ...promised('tidy', tidy.text ?? '', tidy, ago(17)),
  ...promised('late', late.text ?? '', late, ago(3)),
  ...told.flatMap(([id, back, result, note]) => answered(id, ago(back), result, note)),
  ...wins.flatMap(([back, of, note]) => won(`win-${back}-${of}`, of, ago(back), note)),
  ...celebrated('words-3', 'win-3-listened', ago(3), 'I wanted to explain the bus, and let it be theirs instead.'),
  ...entries.flatMap(([back, body]) => wrote(`entry-${back}`, body, ago(back))),
  newAppreciation(
    { day: ago(2), what: 'They left the light on in the hall for me.', saidAloud: true },
    actOn(ago(2)),
    'kind-2',
  ),
];
