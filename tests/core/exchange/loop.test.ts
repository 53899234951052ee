import { parseCommitment } from '@core/domain/commitment-row.ts';
import { stateOn } from '@core/domain/due.ts';
import { planImport } from '@core/exchange/plan.ts';
import { readFile } from '@core/exchange/read-file.ts';
import { describe, expect, test } from 'vitest';
import { here, rowsIn } from '../../support/exchange.ts';
import { must } from '../../support/must.ts';
import { answered, monday } from '../../support/records.ts';
import { openRig } from '../../support/vault-rig.ts';
import { blobOf, type LoopHabit, loopZip, renamed, zipOf } from '../../support/zips.ts';

const read = async (...habits: LoopHabit[]) => must(await readFile(blobOf(loopZip(habits)), here));

const meditate: LoopHabit = {
  name: 'Meditate',
  checks: [
    ['2026-03-06', 'NO', ''],
    ['2026-03-05', 'SKIP'],
    ['2026-03-04', 'NO', 'Too tired.'],
    ['2026-03-03', 'YES_AUTO'],
    ['2026-03-02', 'YES_MANUAL', 'Ten minutes, "calm"'],
    ['2026-03-01', 'UNKNOWN'],
  ],
};

describe('a habit of Loop', () => {
  test('becomes a promise that is over, with the answers that the person gave', async () => {
    const { source, records, left } = await read(meditate);
    expect(source).toBe('loop');
    const [promise, ...answers] = records;
    expect(promise).toMatchObject({
      kind: 'commitment',
      place: { name: 'loop|Meditate' },
      set: {
        text: 'Meditate',
        startsOn: '2026-03-02',
        endsOn: '2026-03-05',
        endedOn: '2026-03-06',
        repeat: { type: 'daily' },
      },
    });
    expect(promise?.set).not.toHaveProperty('when');
    expect(answers.map(({ set }) => [set['day'], set['result'], set['note']])).toEqual([
      ['2026-03-02', 'kept', 'Ten minutes, "calm"'],
      ['2026-03-05', 'didNotComeUp', undefined],
    ]);
    expect(left).toEqual({ openDays: 2, notesAlone: 1 });
  });

  test('never says "not kept": nobody was asked for a promise there', async () => {
    const values = [
      'NO',
      '0',
      'UNKNOWN',
      '-1',
      'YES_AUTO',
      '1',
      'YES_MANUAL',
      '2',
      'SKIP',
      '3',
      '-3',
      '',
      '7',
      'toString',
    ];
    const checks = values.map((value, index) => [`2026-03-${String(28 - index).padStart(2, '0')}`, value] as const);
    const { records } = await read({ name: 'All', checks });
    const answers = records.filter(({ kind }) => kind === 'outcome').map(({ set }) => set['result']);
    expect(answers.sort()).toEqual(['didNotComeUp', 'didNotComeUp', 'didNotComeUp', 'kept', 'kept']);
  });

  test.each([
    [[1, 1], { type: 'daily' }],
    [[7, 7], { type: 'daily' }],
    [[3, 7], { type: 'perWeek', times: 3 }],
    [[2, 3], { type: 'perWeek', times: 5 }],
    [[1, 30], { type: 'perWeek', times: 1 }],
    [[1, 0], { type: 'daily' }],
  ] as const)('%j times in days comes as %j', async (frequency, repeat) => {
    const [promise] = (await read({ ...meditate, frequency })).records;
    expect(promise?.set).toMatchObject({ repeat });
  });

  test('that is answered today is over today, and takes no room', async () => {
    const ledger = await openRig();
    const file = await read({ name: 'Now', checks: [[monday, 'YES_MANUAL']] });
    const plan = must(await planImport(file, must(await ledger.whole()).find, { bringBack: false }));
    must(await ledger.commit(plan.edits));
    const row = (await rowsIn(ledger)).find(({ kind }) => kind === 'commitment');
    const promise = row && must(parseCommitment(row));
    expect(promise && stateOn(promise, monday)).toBe('ended');
  });

  test('comes with its answers in the rows that an answer here would take', async () => {
    const ledger = await openRig();
    const find = must(await ledger.whole()).find;
    const plan = must(await planImport(await read(meditate), find, { bringBack: false }));
    const [id = ''] = must(await ledger.commit(plan.edits)).ids;
    must(await ledger.commit(answered(id, '2026-03-02' as typeof monday, 'partly')));
    const answers = (await rowsIn(ledger)).filter(({ kind }) => kind === 'outcome');
    expect(answers.map(({ fields }) => [fields['of'], fields['result']]).sort()).toEqual([
      [id, 'didNotComeUp'],
      [id, 'partly'],
    ]);
    const again = must(await planImport(await read(meditate), find, { bringBack: false }));
    expect(again).toMatchObject({ edits: [], here: 3 });
  });
});

test('what cannot come along is named with its reason', async () => {
  const yes = [['2026-03-02', 'YES_MANUAL']] as const;
  const { records, left } = await read(
    { name: 'Steps', type: 'NUMERICAL', checks: [['2026-03-02', '8000']] },
    { name: 'x'.repeat(121), checks: yes },
    { name: 'Never', checks: [] },
    { name: 'Twin', checks: yes },
    { name: 'Twin', checks: [['2026-03-03', 'YES_MANUAL']] },
    { name: 'Later', checks: [...yes, ['2031-01-01', 'YES_MANUAL']] },
  );
  expect(records.filter(({ kind }) => kind === 'commitment').map(({ was }) => was)).toEqual([
    'loop|Twin',
    'loop|Later',
  ]);
  expect(records.filter(({ kind }) => kind === 'outcome')).toHaveLength(2);
  expect(left).toEqual({ amounts: 1, tooLong: 1, noText: 1, twice: 1, notYet: 1 });
});

test('numbers in the place of words, and tables without a head, are read as older versions wrote them', async () => {
  const files = {
    'Habits.csv': 'Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Meditate,,,1,1,#FF8F00\n',
    '001 Meditate/Checkmarks.csv': '2015-01-25,2\n2015-01-24,0\n2015-01-23,1\n',
  };
  const { records, left } = must(await readFile(blobOf(zipOf(files)), here));
  expect(records.map(({ kind, set }) => [kind, set['day']])).toEqual([
    ['commitment', '2015-01-25'],
    ['outcome', '2015-01-25'],
  ]);
  expect(left).toEqual({ openDays: 1 });
});

test('A7: a folder that climbs out of the archive refuses all of it', async () => {
  const zip = renamed(loopZip([meditate]), '001 Meditate/', '001/../../ab/');
  expect(await readFile(blobOf(zip), here)).toEqual({ ok: false, error: { type: 'oddNames' } });
});
