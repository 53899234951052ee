// The ledger of a page, opened by the short way: what the day shows is read at once, and everything that writes or
// looks further back is fetched a moment later, or when it is first asked for.

import { emptyToday } from '@core/domain/today.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { today as dayNow } from '@core/kernel/local-day.ts';
import { err, ok, type Result } from '@core/kernel/result.ts';
import { connectHere, type Keepers, surroundingsHere } from '@core/store/here.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Surroundings } from '@core/store/vault.ts';
import type { Fault } from '@core/vault/fault.ts';
import { readToday } from '@core/vault/read-today.ts';
import type { LedgerSigns } from './host.ts';

type Opened = Result<Ledger, Fault>;

/** Milliseconds after the first sight until the rest is fetched by itself. */
const aMoment = 150;

export function createLedgerOpener(keepers: Keepers): (signs: LedgerSigns) => Promise<Opened> {
  let surroundings: Surroundings | undefined;
  return async (signs) => {
    // Another try asks the same connection: it drops a dead handle by itself and opens a fresh one.
    surroundings ??= surroundingsHere(connectHere(signs), keepers);
    const place = surroundings;
    const whole = onceOpened(() => openWhole(place));
    const reading = await readToday(place, dayNow(systemClock));
    if (reading.type === 'fault') return err(reading.fault);
    return reading.type === 'stale' ? whole() : ok(shortLedger(place, whole));
  };
}

/** Answers from the one row until the whole ledger is there, and hands everything else over to it. */
function shortLedger(place: Surroundings, whole: () => Promise<Opened>): Ledger {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const stopListening = place.notices.listen(tell);
  setTimeout(() => void whole(), aMoment);

  const through = async <Value, Failure>(ask: (ledger: Ledger) => Promise<Result<Value, Failure>>) => {
    const opened = await whole();
    return opened.ok ? ask(opened.value) : opened;
  };
  return {
    async today() {
      const reading = await readToday(place, dayNow(systemClock));
      if (reading.type === 'today') return ok(reading.today);
      if (reading.type === 'fresh') return ok(emptyToday);
      return reading.type === 'fault' ? err(reading.fault) : through((ledger) => ledger.today());
    },
    list: (kind, where) => through((ledger) => ledger.list(kind, where)),
    listing: (kind, where) => through((ledger) => ledger.listing(kind, where)),
    get: (id) => through((ledger) => ledger.get(id)),
    count: (kind, where) => through((ledger) => ledger.count(kind, where)),
    whole: () => through((ledger) => ledger.whole()),
    async commit(edits, options) {
      const result = await through((ledger) => ledger.commit(edits, options));
      if (result.ok) tell();
      return result;
    },
    async takeIn(rows, options) {
      const result = await through((ledger) => ledger.takeIn(rows, options));
      if (result.ok && result.value.changed > 0) tell();
      return result;
    },
    withVault: (work) => through((ledger) => ledger.withVault(work)),
    sealDraft: (key, fields) => through((ledger) => ledger.sealDraft(key, fields)),
    saveDraft: (key, fields) => through((ledger) => ledger.saveDraft(key, fields)),
    drafts: () => through((ledger) => ledger.drafts()),
    dropDraft: (key) => through((ledger) => ledger.dropDraft(key)),
    changeLock: (wish, tools) => through((ledger) => ledger.changeLock(wish, tools)),
    addWay: (recipient) => through((ledger) => ledger.addWay(recipient)),
    revision: () => through((ledger) => ledger.revision()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stopListening();
      void whole().then((opened) => opened.ok && opened.value.close());
    },
  };
}

async function openWhole(place: Surroundings): Promise<Opened> {
  try {
    const { openLedger, writePath } = await import('@core/store/ledger.ts');
    const opened = await openLedger(place);
    // Before the first word needs it: after an update its file may no longer be there.
    void writePath().catch(() => {});
    return opened;
  } catch {
    return err({ type: 'replaced' }); // its file is no longer there: another version has taken this one's place
  }
}

/** What went well is kept; what did not is tried again with the next question. */
function onceOpened(open: () => Promise<Opened>): () => Promise<Opened> {
  let opening: Promise<Opened> | undefined;
  return async () => {
    opening ??= open();
    const mine = opening;
    const opened = await mine;
    if (!opened.ok && opening === mine) opening = undefined;
    return opened;
  };
}
