import {
  changeOwnWords,
  type DepthContext,
  depthKeys,
  depthLine,
  markKeys,
  newCelebration,
  ownWordsInput,
  planCelebration,
  promptKeys,
  quietMilliseconds,
  stageBefore,
  stageOf,
} from '@core/domain/celebration.ts';
import { parseCelebration } from '@core/domain/celebration-row.ts';
import { values } from '@core/domain/value.ts';
import { addDays } from '@core/kernel/local-day.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actOn, day, must, rowAfter, withFields } from './rows.ts';

const plain: DepthContext = { isFirstOfType: false, countInLast7Days: 1, afterHeavyDay: false };
const now = Date.parse('2026-03-02T12:00:00Z');
const hour = 3_600_000;

describe('the prompts of a celebration', () => {
  test('are three for each of the eight values, none twice', () => {
    expect(new Set(values.flatMap((value) => promptKeys(value))).size).toBe(24);
    expect(promptKeys('repair')).toEqual(['repairA', 'repairB', 'repairC']);
  });

  test('are followed by ten quiet seconds', () => {
    expect(quietMilliseconds).toBe(10_000);
  });
});

describe('the fading of celebrations', () => {
  const startsOn = day('2026-03-02');
  const stageAfter = (days: number) => stageOf(startsOn, addDays(startsOn, days));

  test('goes from the product to the person to somebody else with the age of the promise', () => {
    expect([0, 21, 22, 42, 43, 4000].map(stageAfter)).toEqual(['app', 'app', 'self', 'self', 'shared', 'shared']);
  });

  test('begins with the product, also for a win of no promise and a day before the first', () => {
    expect(stageOf(undefined, startsOn)).toBe('app');
    expect(stageAfter(-3)).toBe('app');
  });

  test('counts days on the calendar over the change of clocks and the end of February', () => {
    expect(stageOf(day('2028-02-20'), day('2028-03-13'))).toBe('self'); // 22 days, one of them 29 February
    expect(stageOf(day('2026-02-20'), day('2026-03-13'))).toBe('app');
  });

  test('can be taken back a stage at any time', () => {
    expect([stageBefore('shared'), stageBefore('self'), stageBefore('app')]).toEqual(['self', 'app', 'app']);
  });
});

describe('the line that deepens', () => {
  test('names the first of its type, the third in seven days, the one after a heavy day, the month', () => {
    expect(depthLine({ ...plain, isFirstOfType: true })).toBe('first');
    expect(depthLine({ ...plain, countInLast7Days: 3 })).toBe('thirdThisWeek');
    expect(depthLine({ ...plain, afterHeavyDay: true })).toBe('afterHeavyDay');
    expect(depthLine({ ...plain, promiseAgeDays: 30 })).toBe('aMonth');
  });

  test('is absent on an ordinary day, at the fourth time, and when a month is long past', () => {
    expect(depthLine(plain)).toBeUndefined();
    expect(depthLine({ ...plain, countInLast7Days: 4 })).toBeUndefined();
    expect(depthLine({ ...plain, promiseAgeDays: 29 })).toBeUndefined();
    expect(depthLine({ ...plain, promiseAgeDays: 37 })).toBeUndefined();
  });

  test('is the deepest that is true', () => {
    expect(depthLine({ ...plain, isFirstOfType: true, afterHeavyDay: true })).toBe('afterHeavyDay');
    expect(depthLine({ ...plain, countInLast7Days: 3, promiseAgeDays: 31 })).toBe('aMonth');
  });

  test('never follows a deeper one', () => {
    expect(depthLine({ ...plain, countInLast7Days: 3, deepestSoFar: 'aMonth' })).toBeUndefined();
    expect(depthLine({ ...plain, countInLast7Days: 3, deepestSoFar: 'thirdThisWeek' })).toBe('thirdThisWeek');
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            isFirstOfType: fc.boolean(),
            countInLast7Days: fc.integer({ min: 1, max: 9 }),
            afterHeavyDay: fc.boolean(),
            promiseAgeDays: fc.nat(60),
          }),
        ),
        (contexts) => {
          let deepest = -1;
          for (const context of contexts) {
            const deepestSoFar = depthKeys[deepest];
            const line = depthLine({ ...context, ...(deepestSoFar && { deepestSoFar }) });
            if (line === undefined) continue;
            expect(depthKeys.indexOf(line)).toBeGreaterThanOrEqual(deepest);
            deepest = depthKeys.indexOf(line);
          }
        },
      ),
    );
  });
});

describe('what a celebration shows', () => {
  const plan = (stage: 'app' | 'self' | 'shared', quietUntil?: number) =>
    planCelebration('honesty', stage, { ...plain, isFirstOfType: true }, { quietUntil, now });

  test('is the three sentences of its value at first, then ways to mark it, then a hand-over', () => {
    expect(plan('app')).toEqual({
      type: 'full',
      stage: 'app',
      prompts: promptKeys('honesty'),
      marks: [],
      depth: 'first',
    });
    expect(plan('self')).toEqual({ type: 'full', stage: 'self', prompts: [], marks: markKeys, depth: 'first' });
    expect(plan('shared')).toEqual({ type: 'full', stage: 'shared', prompts: [], marks: [], depth: 'first' });
  });

  test('is a plain "Noted." in the quiet after something heavy', () => {
    expect(plan('app', now + hour)).toEqual({ type: 'noted' });
    expect(plan('app', now + 24 * hour)).toEqual({ type: 'noted' });
  });

  test('is whole again when the quiet is past, and when a wrong clock made it endless', () => {
    expect(plan('app', now).type).toBe('full');
    expect(plan('app', now - hour).type).toBe('full');
    expect(plan('app', now + 25 * hour).type).toBe('full');
  });
});

describe('a celebration', () => {
  const input = {
    of: 'w1',
    day: day('2026-03-02'),
    stage: 'app',
    promptKey: 'honestyB',
    ownWords: 'It was hard.',
  } as const;
  const created = newCelebration(input, actOn('2026-03-02'), 'x1');

  test('is read back with the sentence that was true and the words of the person', () => {
    expect(must(parseCelebration(rowAfter(created)))).toEqual({ id: 'x1', ...input, deleted: false, editedAt: 1000 });
  });

  test('may have neither', () => {
    const bare = newCelebration({ of: 'w1', day: input.day, stage: 'self' }, actOn('2026-03-02'), 'x1');
    expect(must(parseCelebration(rowAfter(bare)))).not.toHaveProperty('promptKey');
  });

  test('checks the words of the person', () => {
    expect(ownWordsInput('')).toEqual({ ok: true, value: {} });
    expect(ownWordsInput('Mine')).toEqual({ ok: true, value: { ownWords: 'Mine' } });
    expect(ownWordsInput('m'.repeat(501))).toEqual({ ok: false, error: [{ field: 'ownWords', type: 'tooLong' }] });
  });

  test('takes other words, or none, and keeps the sentence that was true', () => {
    const changed = must(parseCelebration(rowAfter(created, changeOwnWords('x1', 'It was hard, and I did it.'))));
    expect(changed).toMatchObject({ promptKey: 'honestyB', ownWords: 'It was hard, and I did it.' });
    const without = must(parseCelebration(rowAfter(created, changeOwnWords('x1', undefined))));
    expect(without).toMatchObject({ promptKey: 'honestyB', deleted: false });
    expect(without).not.toHaveProperty('ownWords');
  });

  test('of an unknown stage is refused', () => {
    expect(parseCelebration(withFields(rowAfter(created), { stage: 'public' })).ok).toBe(false);
  });
});
