import {
  clockStart,
  greatest,
  type HlcState,
  nodeFrom,
  nodeOf,
  parseHlcState,
  parseStamp,
  receive,
  tick,
  wallOf,
} from '@core/merge/hlc.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laptop, phone, stampAt, tablet } from './stamps.ts';

const noon = Date.parse('2026-05-01T12:00:00Z');
const minute = 60_000;
const year = 365 * 86_400_000;

/** What a machine may say the time is. */
const anyClock = fc.oneof(
  fc.integer({ min: noon - year, max: noon + year }),
  fc.constantFrom(0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, -62_135_596_800_000, 0.5),
  fc.constantFrom(Date.parse('3000-01-01'), 36 ** 9 - 1, 36 ** 9, 36 ** 9 - 5 * minute),
);
const anyState = fc.record({
  wall: fc.oneof(fc.constant(0), fc.integer({ min: noon - year, max: noon + year })),
  count: fc.oneof(fc.constant(36 ** 4 - 1), fc.nat(5)),
});
const anyStamp = fc
  .tuple(
    fc.oneof(fc.integer({ min: noon - year, max: noon + year }), fc.nat(9), fc.constant(36 ** 9 - 2)),
    fc.constantFrom(phone, laptop, tablet),
    fc.oneof(fc.nat(3), fc.constant(36 ** 4 - 1)),
  )
  .map(([wall, node, count]) => stampAt(wall, node, count));

describe('a stamp', () => {
  test('is spelled in fixed width, so that string order is clock order', () => {
    expect(tick(clockStart, noon, phone, []).stamp).toBe('0momv1xc0.0000.phone000');
    expect(tick(clockStart, 1, phone, []).stamp).toBe('000000001.0000.phone000');
    expect(stampAt(9) < stampAt(10)).toBe(true);
    expect(stampAt(35) < stampAt(36)).toBe(true);
    expect(stampAt('1970-01-01') < stampAt('3000-01-01')).toBe(true);
  });

  test('says which clock reading and which device made it', () => {
    expect(wallOf(stampAt(noon, laptop, 7))).toBe(noon);
    expect(nodeOf(stampAt(noon, laptop, 7))).toBe(laptop);
  });

  test.each([
    '',
    '0momv1xc0.0000.PHONE000',
    '0momv1xc0.0000.phone00',
    '0momv1xc0.0000.phone0000',
    '0momv1xc0.0000.phone000\n',
    ' 0momv1xc0.0000.phone00',
    '0momv1xc0-0000-phone000',
    '-momv1xc0.0000.phone000',
    7,
    null,
    undefined,
    ['0momv1xc0.0000.phone000'],
    { toString: () => '0momv1xc0.0000.phone000' },
  ])('is not read from %j', (value) => {
    expect(parseStamp(value)).toBeUndefined();
  });

  test('is read from its own spelling', () => {
    expect(parseStamp('0momv1xc0.0000.phone000')).toBe('0momv1xc0.0000.phone000');
  });

  test('cannot be made by a device without a proper id', () => {
    for (const node of ['', 'Phone000', 'phone', 'phone0000']) {
      expect(() => tick(clockStart, noon, node, [])).toThrow(RangeError);
    }
  });

  test('is compared to find the newest', () => {
    expect(greatest([])).toBeUndefined();
    expect(greatest([stampAt(2), stampAt(3), stampAt(1)])).toBe(stampAt(3));
  });
});

describe('making a stamp', () => {
  test('takes the time of the machine when it is ahead', () => {
    const { state, stamp } = tick({ wall: noon - 5, count: 9 }, noon + 0.75, phone, []);
    expect(stamp).toBe(stampAt(noon));
    expect(state).toEqual({ wall: noon, count: 0 });
  });

  test('counts within one millisecond', () => {
    const first = tick(clockStart, noon, phone, []);
    const second = tick(first.state, noon, phone, []);
    expect(second.stamp).toBe(stampAt(noon, phone, 1));
  });

  test('carries a full counter into the clock', () => {
    expect(tick({ wall: noon, count: 36 ** 4 - 1 }, noon, phone, []).stamp).toBe(stampAt(noon + 1));
    expect(tick(clockStart, noon, phone, [stampAt(noon, 'zzzzzzzz', 36 ** 4 - 1)]).stamp).toBe(stampAt(noon + 1));
  });

  test('goes on rising when the clock is set back a day, forward a year and to 1970', () => {
    let state: HlcState = clockStart;
    const stamps = [noon, noon - 86_400_000, noon + year, 0, noon, Number.NaN, -1].map((now) => {
      const ticked = tick(state, now, phone, []);
      state = ticked.state;
      return ticked.stamp;
    });
    expect(stamps).toEqual([...new Set(stamps)].sort());
  });

  test('works in 1970 and in the year 3000', () => {
    expect(tick(clockStart, 0, phone, []).stamp).toBe(stampAt(0, phone, 1));
    expect(wallOf(tick(clockStart, Date.parse('3000-01-01'), phone, []).stamp)).toBe(Date.parse('3000-01-01'));
  });

  test('beats a poisoned stamp without following it', () => {
    const poison = stampAt('3000-01-01', 'zzzzzzzz');
    const { state, stamp } = tick(clockStart, noon, phone, [stampAt(noon - 5), poison]);
    expect(stamp > poison).toBe(true);
    expect(state).toEqual({ wall: noon, count: 0 });
    expect(wallOf(tick(state, noon + 1, phone, []).stamp)).toBe(noon + 1);
  });

  test('follows a stamp that is a little ahead', () => {
    const ahead = stampAt(noon + 4 * minute, laptop, 3);
    const { state, stamp } = tick(clockStart, noon, phone, [ahead]);
    expect(stamp).toBe(stampAt(noon + 4 * minute, phone, 4));
    expect(state).toEqual({ wall: noon + 4 * minute, count: 4 });
  });

  test('stays at the end of the scale rather than refusing to write', () => {
    const last = stampAt(36 ** 9 - 1, phone, 36 ** 4 - 1);
    expect(tick(clockStart, noon, phone, [last]).stamp).toBe(last);
  });

  test('always ends above the state and above what it replaces, whatever the clock says', () => {
    fc.assert(
      fc.property(anyState, anyClock, fc.array(anyStamp, { maxLength: 3 }), (state, now, above) => {
        const ticked = tick(state, now, phone, above);
        expect(parseStamp(ticked.stamp)).toBe(ticked.stamp);
        expect(ticked.stamp > stampAt(state.wall, 'zzzzzzzz', state.count)).toBe(true);
        for (const stamp of above) expect(ticked.stamp > stamp).toBe(true);
        if (now >= 0 && now < 36 ** 9 - 5 * minute)
          expect(wallOf(ticked.stamp)).toBeGreaterThanOrEqual(Math.floor(now));
      }),
    );
  });

  test('never lets a stamp from elsewhere push the state beyond five minutes from now', () => {
    fc.assert(
      fc.property(anyState, anyClock, fc.array(anyStamp, { maxLength: 3 }), (state, now, above) => {
        const alone = tick(state, now, phone, []).state;
        const pushed = tick(state, now, phone, above).state;
        const furthest = Math.max(alone.wall, now >= 0 && now < 36 ** 9 ? now + 5 * minute : 0);
        expect(pushed.wall).toBeLessThanOrEqual(furthest);
      }),
    );
  });
});

describe('hearing a stamp', () => {
  test('moves the state to it, so that the next edit here is above it', () => {
    const heard = stampAt(noon + minute, laptop, 4);
    const state = receive({ wall: noon, count: 0 }, noon, heard);
    expect(state).toEqual({ wall: noon + minute, count: 4 });
    expect(tick(state, noon, phone, []).stamp > heard).toBe(true);
  });

  test('leaves a state that is already further', () => {
    const state = { wall: noon, count: 3 };
    expect(receive(state, noon, stampAt(noon, laptop, 2))).toEqual(state);
    expect(receive(state, noon, stampAt(0))).toEqual(state);
  });

  test('goes no further than five minutes from now', () => {
    expect(receive(clockStart, noon, stampAt('3000-01-01'))).toEqual({ wall: noon + 5 * minute, count: 0 });
    expect(receive(clockStart, noon, stampAt(noon + 5 * minute + 1))).toEqual({ wall: noon + 5 * minute, count: 0 });
  });

  test('changes nothing while the machine has no usable time', () => {
    for (const now of [Number.NaN, -1, 1e300]) expect(receive(clockStart, now, stampAt(noon))).toEqual(clockStart);
  });

  test('never throws and never goes back', () => {
    fc.assert(
      fc.property(anyState, anyClock, anyStamp, (state, now, stamp) => {
        const after = receive(state, now, stamp);
        expect(
          [after.wall - state.wall, after.count - state.count].find((step) => step !== 0) ?? 0,
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('what is kept of the clock', () => {
  test('comes back from JSON', () => {
    expect(parseHlcState({ wall: noon, count: 3 })).toEqual({ wall: noon, count: 3 });
  });

  test.each([
    null,
    7,
    {},
    { wall: noon },
    { wall: -1, count: 0 },
    { wall: noon, count: 36 ** 4 },
    { wall: 0.5, count: 0 },
    { wall: '1', count: 0 },
    { wall: Number.NaN, count: 0 },
    { wall: 36 ** 9, count: 0 },
  ])('is not read from %j', (value) => {
    expect(parseHlcState(value)).toBeUndefined();
  });

  test('a device id is made of eight random bytes', () => {
    expect(nodeFrom(new Uint8Array([0, 9, 10, 35, 36, 255, 71, 1]))).toBe('09az03z1');
  });
});
