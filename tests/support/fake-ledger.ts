// A ledger in memory with the real rules: edits are stamped and merged as on the disk, long texts keep their versions.
// What a test adds: faults on demand, and what another tab does.

import { emptyToday, type Today } from '@core/domain/today.ts';
import { reduceToday } from '@core/domain/today-reduce.ts';
import type { Clock } from '@core/kernel/clock.ts';
import { actAt, monthOf, parseLocalDay } from '@core/kernel/local-day.ts';
import { type Edit, isDeleted, type Row } from '@core/kernel/record.ts';
import { err, ok, type Result } from '@core/kernel/result.ts';
import { type HlcState, tick } from '@core/merge/hlc.ts';
import { applyEdit, replacedStamps, type StampedRow } from '@core/merge/stamped-row.ts';
import { readText } from '@core/merge/three-way.ts';
import { viewBy } from '@core/merge/view.ts';
import type { Draft } from '@core/store/drafts.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { LockWish } from '@core/store/lock.ts';
import type { Where } from '@core/store/marks.ts';
import { mergedRow } from '@core/store/take-in.ts';
import type { Spot } from '@core/store/whole.ts';
import type { Fault, FaultTag } from '@core/vault/fault.ts';

export interface FakeLedger extends Ledger {
  /** What every commit answers until it is taken away again. */
  refuseCommits(fault: FaultTag | undefined): void;
  refuseLocks(fault: FaultTag | undefined): void;
  /** The locks that were wished for, one after the other. */
  readonly locks: readonly LockWish['lock'][];
  refuseDrafts(fault: FaultTag | undefined): void;
  refuseReads(fault: FaultTag | undefined): void;
  /** Holds the next commits back until the answer is called. */
  holdCommits(): () => void;
  /** Commits without telling anybody, as a tab whose notice got lost. */
  commitElsewhere(edits: readonly Edit[]): Promise<void>;
  /** Live rows of a kind, for a test to look at. */
  rowsOf(kind: string): Row[];
  draftsNow(): Draft[];
}

export function createFakeLedger(clock: Clock): FakeLedger {
  const rows = new Map<string, StampedRow>();
  const drafts = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  let hlc: HlcState = { wall: 0, count: 0 };
  let today: Today = emptyToday;
  let revision = 0;
  let held: Promise<void> | undefined;
  const refused: { commits?: Fault; drafts?: Fault; reads?: Fault; locks?: Fault } = {};
  const locks: LockWish['lock'][] = [];

  const write = (edits: readonly Edit[]): string[] => {
    const act = actAt(clock);
    const ids = edits.map(({ kind, row }) => ('id' in row ? row.id : `${kind}/${row.name}`));
    edits.forEach((edit, index) => {
      const id = ids[index] ?? '';
      const row = rows.get(id);
      const { state, stamp } = tick(hlc, act.at, 'fakefake', replacedStamps(row, edit));
      hlc = state;
      const { kind, set, texts } = edit;
      rows.set(id, applyEdit(row, { id, kind, set, ...(texts && { texts }) }, stamp));
    });
    const written = ids.flatMap((id) => rows.get(id) ?? []).map((row) => viewBy(readText, row));
    today = reduceToday(today, written, act.day);
    revision += 1;
    return ids;
  };
  const all = (kind: string, where?: Where): Row[] =>
    [...rows.values()].map((row) => viewBy(readText, row)).filter((row) => row.kind === kind && fits(row, where));
  const live = (kind: string, where?: Where) => all(kind, where).filter((row) => !isDeleted(row));
  const read = async <Value>(value: () => Value): Promise<Result<Value, Fault>> =>
    refused.reads ? err(refused.reads) : ok(value());
  const keepDraft = async (change: () => void): Promise<Result<void, Fault>> => {
    if (refused.drafts) return err(refused.drafts);
    change();
    return ok(undefined);
  };
  const kinds = () => [...new Set([...rows.values()].map(({ kind }) => kind))];
  const spotOf = ({ kind, row }: Pick<Edit, 'kind' | 'row'>): Spot => {
    const id = 'id' in row ? row.id : `${kind}/${row.name}`;
    const there = rows.get(id);
    if (!there) return { id, state: 'free' };
    if (there.kind !== kind) return { id, state: 'taken' };
    return { id, state: isDeleted(there) ? 'deleted' : 'here' };
  };
  const refuse = (what: keyof typeof refused) => (type: FaultTag | undefined) => {
    if (type) refused[what] = { type };
    else delete refused[what];
  };

  return {
    today: () => read(() => today),
    list: (kind, where) => read(() => live(kind, where)),
    listing: (kind, where) => read(() => ({ rows: live(kind, where), damaged: 0 })),
    get: (id) => read(() => all(rows.get(id)?.kind ?? '').find((row) => row.id === id)),
    count: (kind, where) => read(() => all(kind, where).length),
    whole: async () =>
      ok({
        rows: () => read(() => ({ rows: kinds().flatMap((kind) => live(kind)), damaged: 0 })),
        find: (wanted) => read(() => wanted.map(spotOf)),
      }),
    async commit(edits, options) {
      await held;
      if (refused.commits) return err(refused.commits);
      const ids = write(edits);
      if (options?.draft) drafts.delete(options.draft);
      for (const listener of listeners) listener();
      return ok({ revision, ids });
    },
    async takeIn(incoming) {
      await held;
      if (refused.commits) return err(refused.commits);
      const changed = incoming.filter((row) => {
        const merged = mergedRow(rows.get(row.id), row);
        if (merged) rows.set(row.id, merged);
        return merged !== undefined;
      });
      for (const listener of listeners) listener();
      return ok({ revision, changed: changed.length });
    },
    // There is none: what works on the vault itself is tested on a real one.
    withVault: async () => err({ type: 'denied' }),
    sealDraft: async (key, fields) => {
      const savedAt = clock.now();
      const put = () => keepDraft(() => (fields ? drafts.set(key, { key, fields, savedAt }) : drafts.delete(key)));
      return ok({ put });
    },
    saveDraft: (key, fields) => keepDraft(() => drafts.set(key, { key, fields, savedAt: clock.now() })),
    drafts: () => read(() => [...drafts.values()].sort((a, b) => b.savedAt - a.savedAt)),
    dropDraft: (key) => keepDraft(() => drafts.delete(key)),
    locks,
    async changeLock(wish) {
      if (refused.locks) return err(refused.locks);
      locks.push(wish.lock);
      return ok(undefined);
    },
    refuseLocks: refuse('locks'),
    addWay: async () => ok(undefined),
    revision: () => read(() => revision),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
    refuseCommits: refuse('commits'),
    refuseDrafts: refuse('drafts'),
    refuseReads: refuse('reads'),
    holdCommits() {
      let release = () => {};
      held = new Promise((done) => {
        release = done;
      });
      return release;
    },
    async commitElsewhere(edits) {
      write(edits);
    },
    rowsOf: live,
    draftsNow: () => [...drafts.values()],
  };
}

function fits({ fields }: Row, where: Where | undefined): boolean {
  if (!where) return true;
  const day = parseLocalDay(fields['day']);
  if ('day' in where) return day === where.day;
  if ('month' in where) return day !== undefined && monthOf(day) === where.month;
  return fields['of'] === where.of;
}
