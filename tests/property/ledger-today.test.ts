import { answerEdits, withdrawAnswer } from '@core/domain/answer.ts';
import { endCommitment, newCommitment, pauseCommitment, resumeCommitment } from '@core/domain/commitment.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import { results } from '@core/domain/outcome.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import { actAt, addDays } from '@core/kernel/local-day.ts';
import { typed } from '@core/store/typed-connection.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingClock } from '../support/clock.ts';
import { freshName, must, openRig } from '../support/vault-rig.ts';

const step = fc.oneof(
  fc.record({ type: fc.constant('promise' as const), which: fc.nat(3), days: fc.nat(20) }),
  fc.record({
    type: fc.constant('answer' as const),
    which: fc.nat(3),
    back: fc.integer({ min: -1, max: 4 }),
    result: fc.constantFrom(...results),
  }),
  fc.record({ type: fc.constant('withdraw' as const), which: fc.nat(3), back: fc.nat(4) }),
  fc.record({ type: fc.constantFrom('pause' as const, 'resume' as const, 'end' as const), which: fc.nat(3) }),
  fc.record({ type: fc.constant('settings' as const), glance: fc.constantFrom('own' as const, 'discreet' as const) }),
  fc.record({ type: fc.constant('later' as const), hours: fc.integer({ min: 1, max: 60 }) }),
);

test('the row of today that writes keep is the one that the records give, whatever was done in which order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const name = freshName();
      const clock = standingClock('2026-11-23T08:00:00Z', 'Europe/Budapest');
      const ledger = await openRig({ name, clock });
      for (const one of steps) {
        const act = actAt(clock);
        const id = 'which' in one ? `promise-${one.which}` : '';
        const row = must(await ledger.get(id));
        const commitment = row && parseCommitment(row);
        switch (one.type) {
          case 'promise':
            must(
              await ledger.commit([
                newCommitment(
                  {
                    form: 'dated',
                    text: 'Home by 18:30.',
                    value: 'punctuality',
                    aim: 'partner',
                    repeat: { type: 'perWeek', times: 3 },
                    startsOn: act.day,
                    endsOn: addDays(act.day, one.days),
                  },
                  act,
                  id,
                ),
              ]),
            );
            break;
          case 'answer':
            must(
              await ledger.commit(
                answerEdits({ commitment: { id }, day: addDays(act.day, -one.back), result: one.result }, act),
              ),
            );
            break;
          case 'withdraw':
            must(await ledger.commit(withdrawAnswer(id, addDays(act.day, -one.back))));
            break;
          case 'settings':
            must(await ledger.commit([settingsEdit({ glance: one.glance })]));
            break;
          case 'later':
            clock.at += one.hours * 3_600_000;
            break;
          default: {
            if (!commitment?.ok) break;
            const edit = { pause: pauseCommitment, resume: resumeCommitment, end: endCommitment }[one.type];
            must(await ledger.commit([edit(commitment.value, act.day)]));
          }
        }
      }
      must(await ledger.commit([settingsEdit({ started: true })])); // both rows then speak of the same day
      const kept = must(await ledger.today());
      const db = typed(must(await openDatabase({ factory: indexedDB, name })));
      await db.delete('meta', 'today');
      db.close();
      expect(kept).toEqual(must(await ledger.today()));
      ledger.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
