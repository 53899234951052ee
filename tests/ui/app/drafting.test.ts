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
  let slowToSeal = false;
  const attention = createAttention();
  let text: string | undefined = '';
  const drafting = createDrafting({
    ledger: {
      async sealDraft(_key, fields) {
        if (slowToSeal) await new Promise<void>((open) => gates.push(open));
        return ok({
          async put() {
            if (slow) await new Promise<void>((open) => gates.push(open));
            saved.push(fields ? String(fields['body']) : '(dropped)');
            return ok(undefined);
          },
        });
      },
    },
    attention,
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
    sealSlowly: () => {
      slowToSeal = true;
    },
    letGo: () => gates.splice(0).forEach((open) => void open()),
  };
}

describe('keeping a draft', () => {
  test('writes the first key at once, and a moment later the newest words, once', async () => {
    const { type, saved } = begin();
    type('a');
    await past(5);
    expect(saved).toEqual(['a']);
    for (const text of ['ab', 'abc', 'abcd']) type(text);
    await past(5);
    expect(saved).toEqual(['a']);
    await past(60);
    expect(saved).toEqual(['a', 'abcd']);
  });

  test('puts away what is newest when the page goes, without a task in between', async () => {
    const { type, saved } = begin();
    type('a');
    await past(5);
    type('abc');
    await past(5);
    window.dispatchEvent(new Event('pagehide'));
    await Promise.resolve();
    expect(saved).toEqual(['a', 'abc']);
    await past(60);
    expect(saved).toEqual(['a', 'abc']);
  });

  test('puts away what was sealed last when the page goes before the last key is sealed', async () => {
    const { type, saved, sealSlowly } = begin();
    type('a');
    await past(5);
    type('ab');
    await past(5);
    sealSlowly();
    type('abc');
    await past(5);
    window.dispatchEvent(new Event('pagehide'));
    await Promise.resolve();
    expect(saved).toEqual(['a', 'ab']);
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
    await past(5);
    type('new');
    const flushed = drafting.flush();
    letGo();
    await past(5);
    letGo();
    await flushed;
    expect(saved).toEqual(['old', 'new']);
  });

  test('that was settled has every word on the disk and writes no more, so that a commit can drop it for good', async () => {
    const { type, saved, drafting, slowDown, letGo } = begin();
    slowDown();
    type('on its way');
    await past(5);
    type('pending');
    const settled = drafting.settle();
    letGo();
    await past(5);
    letGo();
    await settled;
    expect(saved).toEqual(['on its way', 'pending']);
    await past(60);
    window.dispatchEvent(new Event('pagehide'));
    await past(5);
    expect(saved).toEqual(['on its way', 'pending']);
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
