import type { LedgerSigns } from '@app/host.ts';
import { storageHere } from '@app/host-storage.ts';
import { createLedgerOpener } from '@app/ledger-here.ts';
import { answerEdits } from '@core/domain/answer.ts';
import { newCommitment } from '@core/domain/commitment.ts';
import { promisesFor } from '@core/domain/today.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { actAt, addDays, today } from '@core/kernel/local-day.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { keyInMemory } from '@core/vault/key-place.ts';
import type { Testimony, Witness } from '@core/vault/witness.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../support/must.ts';

// On the real storage of the browser under test: the short way and the whole ledger read and write one database.

const signs: LedgerSigns = { onBlocked: () => {}, onReplaced: async () => {}, onBehind: () => {} };
const day = today(systemClock);
const promise = newCommitment(
  {
    ...{ form: 'dated', text: 'Home.', value: 'honesty', aim: 'self', repeat: { type: 'daily' } },
    ...{ startsOn: day, endsOn: addDays(day, 6) },
  },
  actAt(systemClock),
  'home',
);

const opened: Ledger[] = [];
let witness: Witness & { testimony: Testimony | undefined };

const open = async (): Promise<Ledger> => {
  const ledger = must(await createLedgerOpener({ witness, keyPlace: keyInMemory() })(signs));
  opened.push(ledger);
  return ledger;
};
const wipe = async () => {
  const { storageBuckets } = navigator as { storageBuckets?: { delete(name: string): Promise<void> } };
  await storageBuckets?.delete('main');
};

/** Every ledger is wholly there and at rest before its storage is taken away. */
async function closeAll() {
  for (const ledger of opened.splice(0)) {
    await ledger.revision();
    ledger.close();
  }
  await new Promise((done) => setTimeout(done, 50));
}

beforeEach(async () => {
  await wipe();
  witness = {
    testimony: undefined,
    async read() {
      return this.testimony;
    },
    async write(testimony) {
      this.testimony = testimony;
    },
    async retire() {
      this.testimony = undefined;
    },
    async forget() {
      this.testimony = undefined;
    },
  };
});
afterEach(async () => {
  await closeAll();
  await wipe();
});

describe('a ledger that was opened by the short way', () => {
  test('is there at once where nobody ever was, and writes like any other', async () => {
    const ledger = await open();
    expect(must(await ledger.today()).settings.started).toBe(false);
    must(await ledger.commit([promise]));
    must(await ledger.commit(answerEdits({ commitment: { id: 'home' }, day, result: 'kept' }, actAt(systemClock))));
    expect(promisesFor(must(await ledger.today()), day)).toMatchObject([{ answer: 'kept' }]);
    expect(must(await ledger.list('outcome'))).toHaveLength(1);
    expect(must(await ledger.count('commitment'))).toBe(1);
  });

  test('tells its own listeners, and those of another page', async () => {
    const [one, two] = [await open(), await open()];
    const heard: string[] = [];
    one.onChange(() => void heard.push('one'));
    two.onChange(() => void heard.push('two'));
    must(await one.commit([promise]));
    await expect.poll(() => [...new Set(heard)].sort()).toEqual(['one', 'two']);
    expect(promisesFor(must(await two.today()), day)).toHaveLength(1);
  });

  test('keeps drafts, and drops one in the act that saves', async () => {
    const ledger = await open();
    must(await ledger.saveDraft('k', { body: 'Half' }));
    expect(must(await (await open()).drafts())).toMatchObject([{ key: 'k', fields: { body: 'Half' } }]);
    must(await ledger.commit([promise], { draft: 'k' }));
    expect(must(await ledger.drafts())).toEqual([]);
  });

  test('does not take an empty database for a first run when the witness remembers more', async () => {
    must(await (await open()).commit([promise]));
    await expect.poll(() => witness.testimony?.seq).toBe(1);
    await closeAll();
    await wipe();
    expect(await createLedgerOpener({ witness, keyPlace: keyInMemory() })(signs)).toEqual({
      ok: false,
      error: { type: 'gone' },
    });
    await witness.retire();
    expect(must(await (await open()).today()).commitments).toEqual([]);
  });
});

test('what the browser grants is asked of the place that the record lies in, and never throws', async () => {
  expect(typeof (await storageHere.persisted())).toBe('boolean');
  expect(typeof (await storageHere.persist())).toBe('boolean');
  expect((await storageHere.estimate())?.room).toBeGreaterThan(0);
});
