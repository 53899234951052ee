import { previewBackup } from '@core/backup/preview.ts';
import { answerEdits, withdrawAnswer } from '@core/domain/answer.ts';
import { results } from '@core/domain/outcome.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import { deleteWin, restoreWin } from '@core/domain/win.ts';
import type { Edit } from '@core/kernel/record.ts';
import { canonicalJson } from '@core/merge/canonical.ts';
import { packRow, type StampedRow } from '@core/merge/stamped-row.ts';
import type { Ledger } from '@core/store/ledger.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backUp, newCode, open } from '../support/backups.ts';
import { standingClock } from '../support/clock.ts';
import { actOn, back, monday, promised, won, wrote } from '../support/records.ts';
import { must, openRig } from '../support/vault-rig.ts';

// P4: "Restoring a backup never removes anything newer, can be repeated, and is all or nothing." (F40)

const code = await newCode();
const day = fc.constantFrom(monday, back(1), back(2));
const id = (kind: string) => fc.constantFrom(`${kind}1`, `${kind}2`);
const words = fc.constantFrom('one', 'two', 'three');

const act: fc.Arbitrary<Edit[]> = fc.oneof(
  fc.tuple(id('p'), words).map(([one, text]) => promised(one, text)),
  fc
    .tuple(id('p'), day, fc.constantFrom(...results))
    .map(([one, on, result]) => answerEdits({ commitment: { id: one }, day: on, result }, actOn(on))),
  fc.tuple(id('p'), day).map(([one, on]) => withdrawAnswer(one, on)),
  fc.tuple(id('w'), day, words).map(([one, on, note]) => won(one, 'followedThrough', on, note)),
  id('w').map((one) => [deleteWin(one)]),
  id('w').map((one) => [restoreWin(one)]),
  fc.tuple(id('e'), words).map(([one, text]) => wrote(one, text, monday)),
  fc.integer({ min: 0, max: 23 }).map((eveningHour) => [settingsEdit({ eveningHour })]),
);
const life = fc.array(act, { minLength: 1, maxLength: 6 });

async function live(ledger: Ledger, acts: readonly Edit[][], clock: ReturnType<typeof standingClock>): Promise<void> {
  for (const edits of acts) {
    clock.at += 1000;
    must(await ledger.commit(edits));
  }
}

const newLedger = (clock: ReturnType<typeof standingClock>) => openRig({ clock });
const snapshot = async (ledger: Ledger) => open((await backUp(ledger, code)).bytes, code.key);
const restore = async (ledger: Ledger, backup: Awaited<ReturnType<typeof snapshot>>) =>
  must(await ledger.takeIn(backup.rows, { naming: backup.head.naming }));
const spelled = (rows: readonly StampedRow[]) => rows.map((row) => `${row.id} ${canonicalJson(packRow(row))}`);
const stateOf = async (ledger: Ledger) => spelled((await snapshot(ledger)).rows);

test('a restore is what its preview said, and once is as good as twice', async () => {
  await fc.assert(
    fc.asyncProperty(life, life, async (there, here) => {
      const clock = standingClock('2026-11-23T08:00:00Z');
      const [other, mine] = [await newLedger(clock), await newLedger(clock)];
      await live(other, there, clock);
      await live(mine, here, clock);
      const backup = await snapshot(other);
      const preview = must(await mine.withVault((vault) => previewBackup(vault, backup)));
      expect((await restore(mine, backup)).changed).toBe(preview.writes);
      const once = await stateOf(mine);
      expect(await restore(mine, backup)).toMatchObject({ changed: 0 });
      expect(await stateOf(mine)).toEqual(once);
      const after = must(await mine.withVault((vault) => previewBackup(vault, backup)));
      expect(after).toMatchObject({ added: {}, changed: {}, broughtBack: {}, removed: {}, writes: 0 });
    }),
    { numRuns: 40 },
  );
});

test('an older backup over a newer record changes nothing at all', async () => {
  await fc.assert(
    fc.asyncProperty(life, life, async (first, then) => {
      const clock = standingClock('2026-11-23T08:00:00Z');
      const ledger = await newLedger(clock);
      await live(ledger, first, clock);
      const older = await snapshot(ledger);
      await live(ledger, then, clock);
      const now = await stateOf(ledger);
      expect((await restore(ledger, older)).changed).toBe(0);
      expect(await stateOf(ledger)).toEqual(now);
    }),
    { numRuns: 40 },
  );
});

test('backups of two devices and of one device at two times come to the same in any order', async () => {
  await fc.assert(
    fc.asyncProperty(life, life, life, async (first, then, elsewhere) => {
      const clock = standingClock('2026-11-23T08:00:00Z');
      const [one, other] = [await newLedger(clock), await newLedger(clock)];
      await live(one, first, clock);
      const older = await snapshot(one);
      await live(one, then, clock);
      await live(other, elsewhere, clock);
      const backups = [older, await snapshot(one), await snapshot(other)] as const;
      const ends: string[] = [];
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0, 1],
        [2, 0, 1],
      ]) {
        const fresh = await newLedger(clock);
        // Each begins with the same first words under the same names, so that the rows can be compared by id.
        await restore(fresh, { ...older, rows: older.rows.slice(0, 1) });
        for (const which of order) await restore(fresh, backups[which] ?? older);
        ends.push(JSON.stringify(await stateOf(fresh)));
        expect(must(await fresh.list('settings')).length).toBeLessThanOrEqual(1);
      }
      expect(new Set(ends).size).toBe(1);
    }),
    { numRuns: 25 },
  );
});

test('into an empty record a backup brings every record as it was, and today with it', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (acts) => {
      const clock = standingClock('2026-11-23T08:00:00Z');
      const ledger = await newLedger(clock);
      await live(ledger, acts, clock);
      const fresh = await newLedger(clock);
      await restore(fresh, await snapshot(ledger));
      expect(await stateOf(fresh)).toEqual(await stateOf(ledger));
      expect(must(await fresh.today())).toEqual(must(await ledger.today()));
    }),
    { numRuns: 40 },
  );
});
