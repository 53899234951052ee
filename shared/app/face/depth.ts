// What the history says about a celebration. A few look-ups by day, so that its cost does not grow with the history.

import type { DepthContext } from '@core/domain/celebration.ts';
import { addDays, daysBetween } from '@core/kernel/local-day.ts';
import type { Row } from '@core/kernel/record.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Moment } from './moment.ts';

export async function depthOf(ledger: Ledger, moment: Moment): Promise<DepthContext> {
  const kind = moment.type === 'answer' ? 'outcome' : 'win';
  const of = moment.type === 'answer' ? moment.commitment.id : moment.win;
  const days = Array.from({ length: 7 }, (_, back) => addDays(moment.day, -back));
  const [ever, heavy, ...week] = await Promise.all([
    ledger.count(kind, { of }),
    ledger.list('journalEntry', { day: addDays(moment.day, -1) }),
    ...days.map((day) => ledger.list(kind, { day })),
  ]);
  const alike = (row: Row) => row.fields['of'] === of && (kind === 'win' || celebrated.has(row.fields['result']));
  const today = week[0]?.ok ? week[0].value.length : 0;
  return {
    isFirstOfType: ever.ok && ever.value === 1,
    countInLast7Days: week.reduce((sum, rows) => sum + (rows.ok ? rows.value.filter(alike).length : 0), 0),
    afterHeavyDay: today === 1 && heavy.ok && heavy.value.some((row) => row.fields['heavy'] === true),
    ...(moment.type === 'answer' && { promiseAgeDays: daysBetween(moment.commitment.startsOn, moment.day) }),
  };
}

const celebrated = new Set<unknown>(['kept', 'changedWithNotice']);
