import { createShiftWatch, safeDestination, watchLeaving } from '@app/face/leave.ts';
import { createNotices } from '@core/store/changed.ts';
import { afterEach, describe, expect, test } from 'vitest';
import '@ui/base.css';

const shift = { key: 'Shift', repeat: false };

test('Shift three times within a second and a half is meant', () => {
  const isMeant = createShiftWatch();
  expect([0, 700, 1500].map((at) => isMeant(shift, at))).toEqual([false, false, true]);
});

test('slower than that is not meant, however often', () => {
  const isMeant = createShiftWatch();
  expect([0, 800, 1600, 2400, 3200].some((at) => isMeant(shift, at))).toBe(false);
});

test('a held Shift is one press, and letters in between begin the count anew', () => {
  const isMeant = createShiftWatch();
  expect([0, 10, 20, 30].some((at) => isMeant({ ...shift, repeat: at > 0 }, at))).toBe(false);
  const typing = createShiftWatch();
  const keys = ['Shift', 'I', 'Shift', 'A', 'Shift', 'M'];
  expect(keys.some((key, index) => typing({ key, repeat: false }, index * 50))).toBe(false);
});

test.each([
  ['https://example.org/news', 'https://example.org/news'],
  ['http://example.org', 'http://example.org/'],
  ['javascript:alert(1)', 'blank.html'],
  ['data:text/html,x', 'blank.html'],
  ['file:///etc/passwd', 'blank.html'],
  ['not an address', 'blank.html'],
  [undefined, 'blank.html'],
])('from %s one goes to %s', (wish, destination) => {
  expect(safeDestination(wish)).toBe(destination);
});

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.documentElement.classList.remove('covered');
});

function watched(destination?: string) {
  const went: string[] = [];
  const { stop } = watchLeaving({ destination: () => destination, go: (to) => went.push(to) });
  stops.push(stop);
  return went;
}

const pressShift = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));

test('the page is covered in the same task, before anything else can be painted', () => {
  const went = watched('https://example.org/');
  document.body.innerHTML = ''; // nothing of another test may be in the way
  document.body.append('Home by 18:30');
  for (let i = 0; i < 3; i++) pressShift();
  expect(went).toEqual(['https://example.org/']);
  expect(getComputedStyle(document.body).display).toBe('none');
});

test('the link does the same, and its address is what is left when scripts are off', () => {
  const went = watched();
  const link = document.createElement('a');
  link.href = 'blank.html';
  link.dataset['leave'] = '';
  document.body.append(link);
  link.click();
  expect(went).toEqual(['blank.html']);
  expect(document.documentElement.classList).toContain('covered');
});

test('every other page of the product is told and covers itself, too', async () => {
  const mine = watched();
  const theirs = watched(); // a second listener has a channel of its own, as another tab has
  for (let i = 0; i < 3; i++) pressShift();
  // Both hear the key here; the second word comes over the channel.
  await expect.poll(() => [mine.length, theirs.length]).toEqual([2, 2]);
});

describe('A19: what anybody of this origin may put on the channel', () => {
  const payloads: readonly unknown[] = [
    ...[
      undefined,
      null,
      0,
      -1,
      Number.NaN,
      true,
      '',
      'Leave',
      'leave ',
      'LEAVE',
      'reload!',
      'lock',
      'erase',
      '<b>leave</b>',
    ],
    ...[['leave'], { type: 'leave' }, { data: 'reload' }, { to: 'https://evil.example/' }, new Map([['leave', 1]])],
    ...['javascript:globalThis.pwned=1', JSON.stringify({ leave: true }), 'x'.repeat(1_000_000)],
  ];

  test('moves no page, covers none, and never says where to', async () => {
    const went: string[] = [];
    let reloads = 0;
    const { stop } = watchLeaving({
      destination: () => 'https://example.org/',
      go: (to) => went.push(to),
      lock: () => went.push('locked'),
      reload: () => {
        reloads += 1;
      },
    });
    stops.push(stop);
    const channel = new BroadcastChannel('notices');
    stops.push(() => channel.close());
    for (const payload of payloads) channel.postMessage(payload);
    await new Promise((done) => setTimeout(done, 100));
    expect({ went, reloads, classes: document.documentElement.className }).toEqual({
      went: [],
      reloads: 0,
      classes: '',
    });

    channel.postMessage('reload');
    await expect.poll(() => reloads).toBe(1);
    channel.postMessage('leave'); // the listener was there all the time: the known words do work
    await expect.poll(() => went).toEqual(['https://example.org/']);
  });

  test('is one hint to read again, and carries nothing to whoever listens', async () => {
    const notices = createNotices();
    stops.push(() => notices.close());
    const heard: unknown[][] = [];
    notices.listen((...words: unknown[]) => heard.push(words));
    const channel = new BroadcastChannel('notices');
    stops.push(() => channel.close());
    for (const payload of payloads) channel.postMessage(payload);
    await expect.poll(() => heard.length).toBe(payloads.length);
    expect(heard.flat()).toEqual([]);
  });
});
