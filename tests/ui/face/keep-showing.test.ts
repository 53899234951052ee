import { keepShowing, type Seen } from '@app/face/keep-showing.ts';
import { beforeEach, expect, test } from 'vitest';
import { standingClock } from '../../support/clock.ts';
import { fakeFace, thursday } from '../../support/fake-face.ts';

const past = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A page that stood open past midnight, and whose window now comes to the front. */
async function overnight(body = '') {
  document.body.innerHTML = body;
  const clock = standingClock('2026-03-12T18:05:00Z');
  const { source } = await fakeFace();
  const days: string[] = [];
  const show = ({ day }: Seen) => days.push(day);
  const refresh = keepShowing({ source, clock, show, seen: { sight: await source.read(thursday), day: thursday } });
  clock.at = Date.parse('2026-03-13T07:00:00Z');
  return { days, refresh };
}

const comeToFront = () => window.dispatchEvent(new Event('focus'));

beforeEach(() => {
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
});

test('a page left visible overnight turns to the new day when its window is come back to', async () => {
  const { days } = await overnight();
  comeToFront();
  await expect.poll(() => days.at(-1)).toBe('2026-03-13');
});

test('reading again alone never turns the day', async () => {
  const { days, refresh } = await overnight();
  await refresh();
  expect(days).toEqual(['2026-03-12']);
});

test.each([
  ['something is written', '<input value="a note">'],
  ['an answer is followed by its moment', '<div class="moment"></div>'],
  ['an answer is being saved', '<button aria-disabled="true">Kept</button>'],
  ['a sheet is open', '<dialog open></dialog>'],
])('it stays while %s', async (_name, body) => {
  const { days } = await overnight(body);
  comeToFront();
  await past(600);
  expect(new Set(days)).toEqual(new Set(['2026-03-12']));
});

test('the press that brings the window to the front is for the day that stood there', async () => {
  const { days } = await overnight('<button>Kept</button>');
  comeToFront();
  document.querySelector('button')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  await past(600);
  expect(new Set(days)).toEqual(new Set(['2026-03-12']));
});
