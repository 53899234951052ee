import { canonicalJson } from '@core/merge/canonical.ts';
import { clockStart, type HlcState, receive, type Stamp, tick } from '@core/merge/hlc.ts';
import { mergeRows } from '@core/merge/merge-rows.ts';
import {
  applyEdit,
  packRow,
  type RowEdit,
  replacedStamps,
  type StampedRow,
  unpackRow,
} from '@core/merge/stamped-row.ts';
import { mergeText, parseTextRegister, type TextRegister } from '@core/merge/text-register.ts';
import { mergeTexts, readText } from '@core/merge/three-way.ts';
import { viewBy } from '@core/merge/view.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const now = Date.parse('2026-05-01T12:00:00Z');
const year = 365 * 86_400_000;
const nodes = ['phone000', 'laptop00', 'tablet00'];

/** What happens on one of three devices, each with two tabs. Writing goes on from what the tab has on its screen. */
type Step =
  | { readonly type: 'clock'; readonly device: number; readonly skew: number }
  | { readonly type: 'set'; readonly device: number; readonly field: string; readonly value: number }
  | { readonly type: 'look'; readonly device: number; readonly tab: number }
  | {
      readonly type: 'write';
      readonly device: number;
      readonly tab: number;
      readonly how: Writing;
      readonly place: number;
    }
  | { readonly type: 'send'; readonly device: number; readonly to: number };
type Writing = 'paragraph' | 'sentence' | 'takeOut' | 'move';

const device = fc.nat(2);
const tab = fc.nat(1);
const skew = fc.oneof(fc.integer({ min: -year, max: year }), fc.constantFrom(-now, Date.parse('3000-01-01') - now));
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ type: fc.constant('clock' as const), device, skew }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('set' as const),
      device,
      field: fc.constantFrom('heavy', 'deleted', 'tag:home', 'toString'),
      value: fc.nat(9),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('look' as const), device, tab }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      device,
      tab,
      how: fc.constantFrom<Writing>('paragraph', 'sentence', 'takeOut', 'move'),
      place: fc.nat(9),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('send' as const), device, to: device }) },
);
const history = fc.array(anyStep, { minLength: 5, maxLength: 40 });

interface Device {
  readonly node: string;
  skew: number;
  state: HlcState;
  row: StampedRow | undefined;
  readonly tabs: { text: string; over: readonly string[] }[];
}

interface Outcome {
  readonly devices: readonly Device[];
  /** Every copy that a device ever held. */
  readonly copies: readonly StampedRow[];
  /** Sentences that were written and that nobody who saw them took out. */
  readonly standing: ReadonlySet<string>;
}

function live(steps: readonly Step[]): Outcome {
  const devices: Device[] = nodes.map((node) => ({
    node,
    skew: 0,
    state: clockStart,
    row: undefined,
    tabs: [0, 1].map(() => ({ text: '', over: [] })),
  }));
  const copies: StampedRow[] = [];
  const standing = new Set<string>();
  let written = 0;

  function commit(actor: Device, wish: RowEdit): Stamp {
    const { state, stamp } = tick(actor.state, now + actor.skew, actor.node, replacedStamps(actor.row, wish));
    const before = actor.row;
    actor.state = state;
    actor.row = applyEdit(before, wish, stamp);
    copies.push(actor.row);
    // What a person wrote holds against everything that was on their device.
    if (before) expect(canonicalForm(mergeRows(before, actor.row))).toBe(canonicalForm(actor.row));
    return stamp;
  }

  for (const step of steps) {
    const actor = devices[step.device] as Device;
    if (step.type === 'clock') actor.skew = step.skew;
    if (step.type === 'set') commit(actor, { id: 'row', kind: 'note', set: { [step.field]: step.value } });
    if (step.type === 'look') actor.tabs[step.tab] = screenOf(actor.row);
    if (step.type === 'send' && actor.row) deliver(actor.row, devices[step.to] as Device, copies);
    if (step.type === 'write') {
      const screen = actor.tabs[step.tab] ?? { text: '', over: [] };
      const text = rewrite(screen.text, step.how, step.place, `s${++written}.`);
      for (const sentence of sentences(screen.text)) if (!sentences(text).has(sentence)) standing.delete(sentence);
      if (text.includes(`s${written}.`)) standing.add(`s${written}.`);
      const at = commit(actor, { id: 'row', kind: 'note', set: {}, texts: { body: { text, over: screen.over } } });
      actor.tabs[step.tab] = { text, over: [at] };
    }
  }
  return { devices, copies, standing };
}

function deliver(sent: StampedRow, to: Device, copies: StampedRow[]): void {
  const row = unpackRow('row', JSON.parse(JSON.stringify(packRow(sent))));
  if (!row) throw new Error('a row did not come through');
  expect(canonicalForm(row)).toBe(canonicalForm(sent));
  for (const stamp of Object.values(row.stamps)) to.state = receive(to.state, now + to.skew, stamp);
  to.row = to.row ? mergeRows(to.row, row) : row;
  copies.push(to.row);
}

function screenOf(row: StampedRow | undefined): { text: string; over: readonly string[] } {
  const body = row && (viewBy(readText, row).fields['body'] as { text: string; heads: string[] } | undefined);
  return { text: body?.text ?? '', over: body?.heads ?? [] };
}

function rewrite(text: string, how: Writing, place: number, sentence: string): string {
  const lines = text === '' ? [] : text.split('\n');
  const at = lines.length === 0 ? 0 : place % lines.length;
  const line = lines[at] ?? '';
  if (how === 'paragraph' || line === '') return lines.toSpliced(at, 0, sentence).join('\n');
  if (how === 'sentence') return lines.with(at, place % 2 ? `${line} ${sentence}` : `${sentence} ${line}`).join('\n');
  if (how === 'move') return [...lines.toSpliced(at, 1), line].join('\n');
  const parts = line.split(' ');
  return lines.with(at, parts.toSpliced(place % parts.length, 1).join(' ')).join('\n');
}

const sentences = (text: string): Set<string> => new Set(text.match(/s\d+\./g));

const canonicalForm = (row: StampedRow | undefined): string =>
  row ? canonicalJson({ id: row.id, kind: row.kind, fields: row.fields, stamps: row.stamps }) : 'nothing';

const merged = (rows: readonly StampedRow[]): StampedRow => rows.reduce(mergeRows);

describe('three devices, two tabs each, clocks up to a year off, in 1970 or in the year 3000', {
  timeout: 60_000,
}, () => {
  test('end up equal, whatever the order in which they meet', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat(2)), (steps, turns) => {
        const { devices, copies } = live(steps);
        fc.pre(copies.length > 0);
        const all = canonicalForm(merged(copies));
        // Some chance meetings, then everybody once with everybody.
        const meetings = [...turns.take(6)].map((one, index) => [one, (one + 1 + (index % 2)) % 3]);
        for (const [from = 0, to = 0] of [...meetings, [0, 1], [1, 2], [2, 0], [0, 1]]) {
          const [giver, taker] = [devices[from], devices[to]];
          if (giver?.row && taker) deliver(giver.row, taker, []);
        }
        for (const { row } of devices) expect(canonicalForm(row)).toBe(all);
      }),
      { numRuns: 300 },
    );
  });

  test('merge commutatively, associatively and idempotently', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), fc.nat(), (steps, first, second, third) => {
        const { copies } = live(steps);
        fc.pre(copies.length > 0);
        const [a, b, c] = [first, second, third].map((one) => copies[one % copies.length]) as [
          StampedRow,
          StampedRow,
          StampedRow,
        ];
        expect(canonicalForm(mergeRows(a, a))).toBe(canonicalForm(a));
        expect(canonicalForm(mergeRows(a, b))).toBe(canonicalForm(mergeRows(b, a)));
        expect(canonicalForm(mergeRows(mergeRows(a, b), c))).toBe(canonicalForm(mergeRows(a, mergeRows(b, c))));
      }),
      { numRuns: 500 },
    );
  });

  test('show every sentence that nobody who saw it took out', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { copies, standing } = live(steps);
        fc.pre(copies.length > 0);
        const shown = sentences(screenOf(merged(copies)).text);
        expect([...standing].filter((sentence) => !shown.has(sentence))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('carry fields of a newer version through every merge untouched', () => {
    const name = fc.string({ minLength: 1, maxLength: 9 }).filter((text) => !/\p{Surrogate}/u.test(text));
    const value = fc
      .jsonValue({ maxDepth: 4 })
      .filter((json) => !/__proto__|constructor|prototype|:-0|"":/.test(JSON.stringify(json)));
    fc.assert(
      fc.property(
        history,
        name.map((text) => `newer:${text}`),
        value,
        (steps, field, newer) => {
          const { copies } = live(steps);
          const json = JSON.parse(JSON.stringify(newer));
          const start = applyEdit(
            undefined,
            { id: 'row', kind: 'note', set: { [field]: json } },
            tick(clockStart, now, 'newer000', []).stamp,
          );
          const through = unpackRow('row', JSON.parse(JSON.stringify(packRow(merged([...copies, start])))));
          expect(canonicalJson(through?.fields[field] ?? null)).toBe(canonicalJson(json));
        },
      ),
    );
  });
});

describe('text registers that nobody honest wrote', { timeout: 60_000 }, () => {
  const stamp = fc.tuple(fc.nat(5), fc.constantFrom(...nodes)).map(([wall, node]) => `00000000${wall}.0000.${node}`);
  const version = fc.record({
    at: stamp,
    text: fc.constantFrom('a', 'b', 'c'.repeat(40_000)),
    on: fc.array(stamp, { maxLength: 2 }),
  });
  const forged = fc
    .record({
      '~': fc.constant('text'),
      heads: fc.array(version, { maxLength: 6 }),
      past: fc.array(version, { maxLength: 12 }),
      gone: fc.array(stamp, { maxLength: 4 }).map((stamps) => stamps.join('')),
    })
    .map((value) => parseTextRegister(value) as TextRegister);

  test('still merge commutatively, associatively and idempotently', () => {
    fc.assert(
      fc.property(forged, forged, forged, (a, b, c) => {
        expect(mergeText(a, a)).toEqual(a);
        expect(mergeText(a, b)).toEqual(mergeText(b, a));
        expect(mergeText(mergeText(a, b), c)).toEqual(mergeText(a, mergeText(b, c)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the merge of two texts', { timeout: 60_000 }, () => {
  const words = fc.constantFrom('One.', 'Two.', 'Three.', 'Four. Five.', 'Five. Six!', '', 'constructor', 'Seven');
  const text = fc.array(words, { maxLength: 8 }).map((lines) => lines.join('\n'));
  const parts = (whole: string) => whole.split(/\s+/).filter((part) => part !== '');

  test('holds all that is new on either side and all that both still have', () => {
    fc.assert(
      fc.property(text, text, text, (base, left, right) => {
        const result = mergeTexts(base, left, right).text;
        for (const part of [...parts(left), ...parts(right)]) {
          const isNew = !parts(base).includes(part);
          if (isNew || (parts(left).includes(part) && parts(right).includes(part))) expect(result).toContain(part);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('invents nothing', () => {
    fc.assert(
      fc.property(text, text, text, (base, left, right) => {
        const known = new Set([base, left, right].flatMap(parts));
        expect(parts(mergeTexts(base, left, right).text).filter((part) => !known.has(part))).toEqual([]);
      }),
    );
  });

  test('finds the same places whichever side is named first', () => {
    fc.assert(
      fc.property(text, text, text, (base, left, right) => {
        const [one, other] = [mergeTexts(base, left, right), mergeTexts(base, right, left)];
        expect(one.conflict).toBe(other.conflict);
        expect(parts(one.text).sort()).toEqual(parts(other.text).sort());
        if (!one.conflict) expect(one.text).toBe(other.text);
      }),
      { numRuns: 1_000 },
    );
  });

  test('of one changed side is that side', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeTexts(base, changed, base)).toEqual({ text: changed, conflict: false });
        expect(mergeTexts(base, base, changed)).toEqual({ text: changed, conflict: false });
      }),
    );
  });
});
