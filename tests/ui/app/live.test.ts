import { createAttention } from '@app/attention.ts';
import { createLive } from '@app/live.ts';
import { err, ok, type Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { standingClock } from '../../support/clock.ts';
import { createFakeLedger } from '../../support/fake-ledger.ts';
import { monday, won } from '../../support/records.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function liveCount() {
  const ledger = createFakeLedger(standingClock('2026-11-23T09:00:00Z'));
  const live = createLive(ledger, createAttention(), ({ count }) => count('win'));
  ends.push(live.start());
  return { ledger, live };
}

describe('a live query', () => {
  test('reads when it starts, and again after each commit', async () => {
    const { ledger, live } = liveCount();
    await expect.poll(() => live.reading.value.value).toBe(0);
    await ledger.commit(won('w', 'onTime', monday));
    await expect.poll(() => live.reading.value.value).toBe(1);
  });

  test.each(['focus', 'pageshow'])('reads again at %s, though no notice came', async (event) => {
    const { ledger, live } = liveCount();
    await live.refresh();
    await ledger.commitElsewhere(won('w', 'onTime', monday));
    expect(live.reading.value.value).toBe(0);
    window.dispatchEvent(new Event(event));
    await expect.poll(() => live.reading.value.value).toBe(1);
  });

  test('keeps what it had when reading goes wrong, and forgets the fault when it goes right', async () => {
    const { ledger, live } = liveCount();
    await live.refresh();
    ledger.refuseReads('lost');
    await live.refresh();
    expect(live.reading.value).toEqual({ value: 0, fault: { type: 'lost' } });
    ledger.refuseReads(undefined);
    await live.refresh();
    expect(live.reading.value).toEqual({ value: 0 });
  });

  test('never shows an older answer after a newer one, however slow the reads are', async () => {
    const ledger = createFakeLedger(standingClock('2026-11-23T09:00:00Z'));
    const waiting: ((value: Result<number, Fault>) => void)[] = [];
    const live = createLive(
      ledger,
      createAttention(),
      () => new Promise<Result<number, Fault>>((answer) => waiting.push(answer)),
    );
    ends.push(live.start());
    void live.refresh();
    void live.refresh();
    expect(waiting).toHaveLength(1);
    waiting[0]?.(ok(1));
    await expect.poll(() => waiting.length).toBe(2);
    waiting[1]?.(ok(2));
    await expect.poll(() => live.reading.value.value).toBe(2);
    expect(waiting).toHaveLength(2);
  });

  test('says nothing any more once it was stopped', async () => {
    const ledger = createFakeLedger(standingClock('2026-11-23T09:00:00Z'));
    let answer: (value: Result<number, Fault>) => void = () => {};
    const live = createLive(
      ledger,
      createAttention(),
      () => new Promise<Result<number, Fault>>((done) => (answer = done)),
    );
    const stop = live.start();
    stop();
    answer(err({ type: 'lost' }));
    await Promise.resolve();
    expect(live.reading.value).toEqual({});
  });
});
