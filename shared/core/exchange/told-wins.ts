// Which wins came with an answer "changed, and I said so in time". Their rows are named after the promise and the day,
// by a secret of this place, so that a file has to say it in so many words.

import { toldEarlyName } from '../domain/names.ts';
import { parseLocalDay } from '../kernel/local-day.ts';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { ToldWins } from './json-format.ts';
import type { Find } from './plan.ts';

export async function findToldWins<Failure>(
  rows: readonly Row[],
  find: Find<Failure>,
): Promise<Result<ToldWins, Failure>> {
  const answers = rows.flatMap(({ kind, fields }) => {
    const day = parseLocalDay(fields['day']);
    const told = kind === 'outcome' && fields['result'] === 'changedWithNotice' && typeof fields['of'] === 'string';
    return told && day ? [{ of: String(fields['of']), day }] : [];
  });
  const spots = await find(answers.map(({ of, day }) => ({ kind: 'win', row: { name: toldEarlyName(of, day) } })));
  if (!spots.ok) return spots;
  const pairs = spots.value.map(({ id }, index) => [id, answers[index]?.of ?? ''] as const);
  return ok(new Map(pairs.filter(([, of]) => of !== '')));
}
