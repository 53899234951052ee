import { lookBack } from '@app/look-back.ts';
import { deleteWin } from '@core/domain/win.ts';
import { parseWin } from '@core/domain/win-row.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingClock } from '../../support/clock.ts';
import { createFakeLedger } from '../../support/fake-ledger.ts';
import { must } from '../../support/must.ts';
import { back, monday, won } from '../../support/records.ts';

const sources = [{ kind: 'win', parse: parseWin }];

async function ledgerWith(days: readonly LocalDay[]) {
  const ledger = createFakeLedger(standingClock('2026-11-23T09:00:00Z'));
  for (const [index, day] of days.entries()) await ledger.commit(won(`w${index}`, 'onTime', day));
  return ledger;
}

const read = async (days: readonly LocalDay[], most: number) => {
  const ledger = await ledgerWith(days);
  return must(await lookBack(ledger, { sources, today: monday, most }));
};

test('reads whole months until there are enough, and knows that there is more', async () => {
  const found = await read([monday, back(1), back(40), back(80)], 2);
  expect(found).toMatchObject({ more: true });
  expect(found.days.map(({ day }) => day)).toEqual([monday, back(1)]);
});

test('a deleted record does not make it promise more than there is', async () => {
  const ledger = await ledgerWith([monday, back(100)]);
  await ledger.commit([deleteWin('w1')]);
  const found = must(await lookBack(ledger, { sources, today: monday, most: 50 }));
  expect(found.more).toBe(false);
  expect(found.days).toHaveLength(1);
});

test('whatever the days, asking for enough finds every record once, the newest day first', async () => {
  const day = fc.integer({ min: -400, max: 20_000 }).map(back);
  await fc.assert(
    fc.asyncProperty(fc.array(day, { maxLength: 12 }), async (days) => {
      const found = await read(days, 1000);
      expect(found.more).toBe(false);
      const shown = found.days.flatMap((one) => one.items.map((item) => item.day));
      expect(shown).toEqual([...days].sort().reverse());
    }),
    { numRuns: 60 },
  );
});
