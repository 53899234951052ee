import { beginQuiet, endQuiet, isQuiet } from '@core/domain/quiet.ts';
import { defaultSettings, parseSettings, readSettings, type Settings, settingsEdit } from '@core/domain/settings.ts';
import { eveningHourInput, quickHideInput } from '@core/domain/settings-input.ts';
import { describe, expect, test } from 'vitest';
import { rowAfter, withFields } from './rows.ts';

const chosen: Settings = {
  ...{ glance: 'hidden', theme: 'dark', locale: 'pt-BR', eveningHour: 0, weekStart: 7 },
  ...{ lockAfter: 30, quickHideTo: 'https://weather.example/today', seenWarning: true, started: true },
};

describe('settings', () => {
  test('are discreet before anybody has chosen', () => {
    expect(parseSettings(undefined)).toEqual(defaultSettings);
    expect(defaultSettings).toMatchObject({ glance: 'discreet', eveningHour: 20, started: false });
  });

  test('are read back as chosen', () => {
    expect(parseSettings(rowAfter(settingsEdit(chosen)))).toEqual(chosen);
  });

  test('lie in one row, and an edit touches only what it names', () => {
    expect(settingsEdit({ theme: 'light' })).toEqual({
      kind: 'settings',
      row: { name: 'settings' },
      set: { theme: 'light' },
    });
    expect(parseSettings(rowAfter(settingsEdit(chosen), settingsEdit({ quickHideTo: null })))).not.toHaveProperty(
      'quickHideTo',
    );
  });

  test('that are damaged fall back one by one, and lock nobody out', () => {
    const damaged = {
      glance: 'loud',
      theme: {},
      locale: '../../etc',
      eveningHour: 24,
      lockAfter: 100_000, // would never lock
      weekStart: 0,
      seenWarning: 'yes',
      started: 1,
    };
    expect(parseSettings(withFields(rowAfter(settingsEdit(chosen)), damaged))).toEqual({
      ...defaultSettings,
      quickHideTo: 'https://weather.example/today',
    });
  });

  test('never carry an address that is not a page', () => {
    for (const quickHideTo of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://',
      'https://a b',
      `https://${'a'.repeat(3000)}`,
      7,
    ]) {
      expect(readSettings({ quickHideTo }), String(quickHideTo)).not.toHaveProperty('quickHideTo');
    }
  });

  test('are the defaults for whatever else lies in their place', () => {
    for (const junk of [null, undefined, 7, 'x', [], [[]], JSON.parse('{"__proto__": {"glance": "own"}}')]) {
      expect(readSettings(junk)).toEqual(defaultSettings);
    }
  });
});

describe('the address for quick-hide', () => {
  test('may be left empty or typed without https', () => {
    expect(quickHideInput('  ')).toEqual({ ok: true, value: null });
    expect(quickHideInput('weather.example')).toEqual({ ok: true, value: 'https://weather.example' });
    expect(quickHideInput(' http://localhost:8080/x?y=1 ')).toEqual({ ok: true, value: 'http://localhost:8080/x?y=1' });
  });

  test('must be a page that opens', () => {
    const refused = [
      'javascript:alert(1)',
      'javascript://%0aalert(1)',
      'data:text/html,x',
      'mailto:a@b.example',
      'https://me:secret@b.example',
      'file:///tmp',
      'two words',
      'x'.repeat(5_000_000),
    ];
    for (const typed of refused) {
      expect(quickHideInput(typed), typed.slice(0, 40)).toEqual({
        ok: false,
        error: { type: 'notAWebAddress', field: 'quickHideTo' },
      });
    }
  });
});

test('the evening hour is a full hour of the day', () => {
  expect([eveningHourInput(0), eveningHourInput('23'), eveningHourInput('07')].every(({ ok }) => ok)).toBe(true);
  for (const hour of [-1, 24, 7.5, '', ' 7', '7pm', Number.NaN, null, {}]) {
    expect(eveningHourInput(hour), String(hour)).toEqual({
      ok: false,
      error: { type: 'noSuchHour', field: 'eveningHour' },
    });
  }
});

describe('the quiet after something heavy', () => {
  const now = Date.parse('2026-03-02T23:30:00Z');
  const day = 86_400_000;

  test('lasts a day from the last time it began', () => {
    const { set } = beginQuiet(now);
    expect(set).toEqual({ quietUntil: now + day });
    expect([isQuiet(now + day, now), isQuiet(now + day, now + day - 1), isQuiet(now + day, now + day)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('is off without a value, and with one that no device can have meant', () => {
    expect(isQuiet(undefined, now)).toBe(false);
    expect(isQuiet(now + day + 1, now)).toBe(false);
    expect(isQuiet(Number.MAX_SAFE_INTEGER, now)).toBe(false);
    expect(isQuiet(Number.NaN, now)).toBe(false);
  });

  test('keeps its end only, and not even that afterwards', () => {
    expect(Object.keys(beginQuiet(now).set)).toEqual(['quietUntil']);
    expect(endQuiet().set).toEqual({ quietUntil: null });
  });
});
