import { createAttention } from '@app/attention.ts';
import { createDrafting } from '@app/drafting.ts';
import { ok } from '@core/kernel/result.ts';
import { describe, expect, test } from 'vitest';
import { standingClock } from '../../support/clock.ts';

const past = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

function begin() {
  const saved: string[] = [];
  const gates: (() => void)[] = [];
  let slow = false;
  let text: string | undefined = '';
  const drafting = createDrafting({
    ledger: {
      async saveDraft(_key, fields) {
        if (slow) await new Promise<void>((open) => gates.push(open));
        saved.push(String(fields['body']));
        return ok(undefined);
      },
      async dropDraft() {
        saved.push('(dropped)');
        return ok(undefined);
      },
    },
    attention: createAttention(),
    clock: standingClock('2026-11-23T09:00:00Z'),
    key: 'k',
    read: () => (text === undefined ? undefined : { body: text }),
    pause: 30,
  });
  return {
    saved,
    drafting,
    type(next: string | undefined) {
      text = next;
      drafting.touch();
    },
    slowDown: () => {
      slow = true;
    },
    letGo: () => gates.splice(0).forEach((open) => void open()),
  };
}

describe('keeping a draft', () => {
  test('waits a moment after the first key, and then writes the newest words once', async () => {
    const { type, saved } = begin();
    for (const text of ['a', 'ab', 'abc']) type(text);
    expect(saved).toEqual([]);
    await past(60);
    expect(saved).toEqual(['abc']);
  });

  test('does not wait for a pause: steady typing is written on the way', async () => {
    const { type, saved } = begin();
    for (let keys = 1; keys <= 12; keys++) {
      type('x'.repeat(keys));
      await past(10);
    }
    expect(saved.length).toBeGreaterThan(1);
  });

  test('writes nothing when nothing was typed', async () => {
    const { drafting, saved } = begin();
    await drafting.flush();
    await drafting.stop();
    expect(saved).toEqual([]);
  });

  test('older words that are slow to write never land on newer ones', async () => {
    const { type, saved, drafting, slowDown, letGo } = begin();
    slowDown();
    type('old');
    void drafting.flush();
    type('new');
    const flushed = drafting.flush();
    letGo();
    await past(5);
    letGo();
    await flushed;
    expect(saved).toEqual(['old', 'new']);
  });

  test('that was settled writes no more, so that a commit can drop it for good', async () => {
    const { type, saved, drafting, slowDown, letGo } = begin();
    slowDown();
    type('on its way');
    void drafting.flush();
    type('pending');
    const settled = drafting.settle();
    letGo();
    await settled;
    await past(60);
    expect(saved).toEqual(['on its way']);
  });

  test('is dropped when all its words were taken out', async () => {
    const { type, saved, drafting } = begin();
    type('a');
    await drafting.flush();
    type(undefined);
    await drafting.flush();
    expect(saved).toEqual(['a', '(dropped)']);
  });

  test('writes what is pending when it is stopped', async () => {
    const { type, saved, drafting } = begin();
    type('last words');
    await drafting.stop();
    expect(saved).toEqual(['last words']);
  });
});
