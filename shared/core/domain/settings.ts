// What the person has chosen, in one row. Light, because the new tab needs it: parsed by hand.

import type { Edit, Row } from '../kernel/record.ts';

export const glanceModes = ['own', 'discreet', 'hidden'] as const;
export const themes = ['system', 'light', 'dark'] as const;

export const lockMinutes: readonly number[] = [1, 5, 10, 30, 60];

export interface Settings {
  /** How the new tab opens: own words, discreet words, or hidden until asked. But for the first, the app opens covered. */
  readonly glance: (typeof glanceModes)[number];
  readonly theme: (typeof themes)[number];
  /** A BCP 47 tag, or `system`. */
  readonly locale: string;
  /** 0–23, on the wall clock: from then on the evening review is offered. */
  readonly eveningHour: number;
  /** ISO weekday: Monday 1 … Sunday 7. */
  readonly weekStart: number;
  /** An ordinary http(s) page that quick-hide moves to. */
  readonly quickHideTo?: string;
  /** Minutes without a sign of the person after which a vault with a lock locks itself. */
  readonly lockAfter: number;
  /** Has been told once who else may see this device. */
  readonly seenWarning: boolean;
  /** First run is over. */
  readonly started: boolean;
}

export const defaultSettings: Settings = {
  glance: 'discreet',
  theme: 'system',
  locale: 'system',
  eveningHour: 20,
  weekStart: 1,
  lockAfter: 10,
  seenWarning: false,
  started: false,
};

const languageShape = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;
export const addressShape = /^https?:\/\/\S{1,1990}$/i;

/** The settings of the row. What is missing or damaged is as on the first day: a setting must lock nobody out. */
export const parseSettings = (row: Row | undefined): Settings => readSettings(row?.fields);

export function readSettings(fields: unknown): Settings {
  const raw = Object(fields) as Readonly<Record<string, unknown>>;
  const { locale, quickHideTo } = raw;
  return {
    glance: oneOf(raw['glance'], glanceModes, defaultSettings.glance),
    theme: oneOf(raw['theme'], themes, defaultSettings.theme),
    locale: typeof locale === 'string' && languageShape.test(locale) ? locale : defaultSettings.locale,
    eveningHour: integer(raw['eveningHour'], 0, 23, defaultSettings.eveningHour),
    weekStart: integer(raw['weekStart'], 1, 7, defaultSettings.weekStart),
    lockAfter: lockMinutes.find((minutes) => minutes === raw['lockAfter']) ?? defaultSettings.lockAfter,
    seenWarning: raw['seenWarning'] === true,
    started: raw['started'] === true,
    ...(typeof quickHideTo === 'string' && addressShape.test(quickHideTo) && { quickHideTo }),
  };
}

/** Sets what is named and leaves the rest. `quickHideTo: null` clears it. */
export const settingsEdit = (
  changes: Partial<Omit<Settings, 'quickHideTo'>> & { readonly quickHideTo?: string | null },
): Edit => ({ kind: 'settings', row: { name: 'settings' }, set: { ...changes } });

const oneOf = <Choice extends string>(raw: unknown, choices: readonly Choice[], otherwise: Choice): Choice =>
  choices.find((choice) => choice === raw) ?? otherwise;

export const integer = (raw: unknown, from: number, to: number, otherwise: number): number =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= from && raw <= to ? raw : otherwise;
