import { shownKinds } from '@app/pages/backup/shown-kinds.ts';
import type { BackupFlawTag } from '@core/backup/format.ts';
import { linesAfter } from '@core/domain/answer.ts';
import { depthKeys, markKeys, promptKeys } from '@core/domain/celebration.ts';
import type { Repeat } from '@core/domain/commitment.ts';
import { inputErrors } from '@core/domain/input.ts';
import { results } from '@core/domain/outcome.ts';
import type { Malformed } from '@core/domain/row-schema.ts';
import { starters } from '@core/domain/starters.ts';
import type { TextError } from '@core/domain/text.ts';
import { aims, values } from '@core/domain/value.ts';
import { winTypes } from '@core/domain/win.ts';
import { hintKeys } from '@core/domain/wording-hints.ts';
import { type Audience, parts } from '@core/exchange/choose.ts';
import { formats } from '@core/exchange/formats.ts';
import { leftBehind, type Source } from '@core/exchange/incoming.ts';
import { refusalTags } from '@core/exchange/refusal.ts';
import type { FaultTag } from '@core/vault/fault.ts';
import type { RecoveryCodeError } from '@core/vault/recovery-code.ts';
import { describe, expect, test } from 'vitest';
import { areas, filesIn, read, readJson } from './tree.ts';

// The words of the product: what they never say, that none is missing, and that none is left over.

type Language = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const languages = filesIn(['shared/i18n'], '.json').filter((path) => !path.endsWith('tsconfig.json'));
const english = readJson<Language>('shared/i18n/en.json');

/** What a person in recovery, or somebody who was hurt, is not to read here. See docs/glossary.md. */
const banned: readonly RegExp[] = [
  /\bclean(?:s|ed|er|ing|ly|ness)?\b/i,
  /\bdirt(?:y|ier|iest)\b/i,
  /\baddict/i,
  /\bfailed\b/i,
  /\bfailures?\b/i,
  /\bstreaks?\b/i,
  /\byou(?:['’]ve| have)? missed\b/i,
  /\bback to day one\b/i,
  /\bwin (?:them|him|her) back\b/i,
  /\bearn (?:their|his|her) trust\b/i,
  /\bshould(?:n['’]t)?\b/i,
  /\bwill (?:trust|forgive)\b/i,
  /\bproven\b/i,
  /\bHIPAA\b/i,
  /\b100\s*% secure\b/i,
  /[!¡！]/,
];

/** Tags that only a type lists. The compiler says when one is missing here. */
const otherErrors = { malformed: true } satisfies Record<Malformed['type'], true>;
const textErrors = { empty: true, tooLong: true, hiddenMarks: true } satisfies Record<TextError, true>;
const faults = {
  ...{ full: true, blocked: true, newer: true, gone: true, missing: true, lost: true, silent: true },
  ...{ denied: true, unreadable: true, upgrade: true, replaced: true, busy: true, locked: true, moving: true },
} satisfies Record<FaultTag, true>;

const backupFlaws = {
  ...{ empty: true, notBackup: true, tooLarge: true, wrongPassphrase: true, wrongCode: true },
  ...{ needsPassphrase: true, needsCode: true, damaged: true, newer: true },
} satisfies Record<BackupFlawTag, true>;
const codeErrors = { malformed: true, mistyped: true } satisfies Record<RecoveryCodeError, true>;

/**
 * Keys that the code puts together, by what they begin with. Whoever writes t(`area.${name}`) adds a line here, so
 * that this test knows which words that asks for.
 */
const families: Readonly<Record<string, readonly string[]>> = {
  'answer.': [...results, ...Object.values(linesAfter)],
  'win.': winTypes.map(({ type }) => type),
  'cel.': [...values.flatMap(promptKeys), ...markKeys, ...depthKeys],
  'starter.': starters.map(({ key }) => key),
  'hint.': hintKeys,
  'error.': [...inputErrors, ...Object.keys(textErrors), ...Object.keys(otherErrors)],
  'fault.': Object.keys(faults),
  'promises.value-': values,
  'promises.aim-': aims,
  'promises.repeat-': ['none', 'daily', 'weekdays', 'perWeek'] satisfies Repeat['type'][],
  'install.step-': ['share', 'add', 'open'],
  'exchange.': ['inExport', 'inDayOne', 'inLoop', 'inTable'],
  'exchange.who-': ['myself', 'somebodyElse'] satisfies Audience[],
  'exchange.whoHint-': ['myself', 'somebodyElse'] satisfies Audience[],
  'exchange.part-': parts,
  'exchange.form-': formats,
  'exchange.formHint-': formats,
  'exchange.from-': ['export', 'dayOne', 'loop', 'table'] satisfies Source[],
  'exchange.left-': leftBehind,
  'exchange.no-': refusalTags,
  'exchange.count-': ['journalEntry', 'commitment', 'outcome', 'win', 'appreciation', 'celebration', 'other'],
  'backup.flaw-': Object.keys(backupFlaws),
  'backup.code-': Object.keys(codeErrors),
  'backup.kind-': shownKinds,
  'loss.': ['rowMissing', 'rowAltered', 'rowReplayed'],
};

const built = new Set(Object.entries(families).flatMap(([start, names]) => names.map((name) => start + name)));
const code = filesIn(areas, '.ts', '.tsx', '.html').map((path) => ({ path, text: read(path) }));
// The manifest takes its name and description from the same words.
const everywhere = [...code.map(({ text }) => text), read('wxt.config.ts')].join('\n');

const sentencesOf = (language: Language) =>
  Object.entries(language).flatMap(([key, message]) =>
    (typeof message === 'string' ? [message] : Object.values(message)).map((sentence) => ({ key, sentence })),
  );

const isBanned = (sentence: string) => banned.some((pattern) => pattern.test(sentence));

describe('the words', () => {
  test.each(languages)('in %s say nothing of what is never said here', (path) => {
    const sentences = sentencesOf(readJson<Language>(path));
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter(({ sentence }) => isBanned(sentence))).toEqual([]);
  });

  test('would be refused if they said it', () => {
    const planted = [
      ...[
        'You are clean today',
        'An addict',
        'You failed',
        'A failure',
        'Your streak',
        'You missed a day',
        'Well done!',
      ],
      ...['Back to day one', 'Win them back', 'Earn their trust', 'You should rest', 'They will forgive you', 'proven'],
      ...['HIPAA compliant', '100 % secure', '100% secure', 'They will trust you', 'dirty', '¡Bien'],
    ];
    expect(planted.filter((sentence) => !isBanned(sentence))).toEqual([]);
    expect(['Clear up', 'Nothing owed.', 'Shoulder to shoulder', 'Improvement'].filter(isBanned)).toEqual([]);
  });

  test.each(languages)('in %s leave no sentence empty and no end ragged', (path) => {
    const sentences = sentencesOf(readJson<Language>(path));
    expect(sentences.filter(({ sentence }) => sentence === '' || sentence !== sentence.trim())).toEqual([]);
  });

  test.each(languages)('in %s have the same places to fill in as in English', (path) => {
    const places = (message: Language[string] = '') =>
      [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort().join(' ');
    const language = readJson<Language>(path);
    expect(Object.keys(english).filter((key) => places(language[key]) !== places(english[key]))).toEqual([]);
  });
});

describe('no word is missing', () => {
  test('for any name that a key is put together with: every error, fault, answer, win, prompt, starter and hint', () => {
    expect([...built].filter((key) => !(key in english))).toEqual([]);
  });

  test('for a beginning of a key that this test does not know', () => {
    const beginnings = code.flatMap(({ path, text }) =>
      [...text.matchAll(/`([a-z][a-zA-Z]*\.[\w.-]*)\$\{/g)].map(([, start = '']) => ({ path, start })),
    );
    const keyBeginnings = beginnings.filter(({ start }) => Object.keys(english).some((key) => key.startsWith(start)));
    expect(keyBeginnings.length).toBeGreaterThan(0);
    expect(keyBeginnings.filter(({ start }) => !(start in families))).toEqual([]);
  });

  test('on the five buttons, which have exactly these names', () => {
    const labels = results.map((result) => english[`answer.${result}`]);
    expect(labels).toEqual(['Kept', 'Partly', 'Changed, and I said so in time', 'Not kept', 'Did not come up']);
  });

  test('in a sentence about the storage: each says that nothing was saved', () => {
    const saysSo = /\b(?:not|nothing(?: new| more)? (?:is|was)(?: changed or)?) saved\b/i;
    expect(Object.keys(faults).filter((tag) => !saysSo.test(String(english[`fault.${tag}`])))).toEqual([]);
  });
});

test('no word is left over', () => {
  const isUsed = (key: string) =>
    built.has(key) || [`'${key}'`, `"${key}"`, `\`${key}\``].some((use) => everywhere.includes(use));
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
});
