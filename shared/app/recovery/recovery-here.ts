// What a loss asks of this browser's storage: a look at everything in idle slices, going on, a new place beside.

import { err, ok, type Result } from '@core/kernel/result.ts';
import { examine, goOn } from '@core/store/go-on.ts';
import { connectHere, type Keepers, surroundingsHere } from '@core/store/here.ts';
import type { Surroundings } from '@core/store/vault.ts';
import { type Fault, faultOf } from '@core/vault/fault.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import { besidePlace } from '@core/vault/place.ts';
import type { Recovery } from '../host.ts';

/** Milliseconds after which a slice goes on even though the page never rests. */
const patience = 250;

export const recoveryHere = (keepers: Keepers): Recovery => ({
  examine: () => withConnection(keepers, (here) => examine(here, whenIdle)),
  async goOn() {
    const gone = await withConnection(keepers, (here) => goOn(here, async () => {}));
    return gone.ok ? ok(undefined) : gone;
  },
  beginBeside: () => beginBeside(keepers),
});

async function beginBeside(keepers: Keepers): Promise<Result<void, Fault>> {
  try {
    const place = await besidePlace();
    const opened = await openDatabase({ factory: place?.indexedDB, ...(place?.database && { name: place.database }) });
    if (!opened.ok) return opened;
    opened.value.close();
    await keepers.witness.retire(); // only now that there is a place that opens
    return ok(undefined);
  } catch (error) {
    return err(faultOf(error));
  }
}

/** A connection of its own, closed at the end: the one of the page may be the one that broke. */
async function withConnection<Value>(keepers: Keepers, work: (here: Surroundings) => Promise<Value>): Promise<Value> {
  const here = surroundingsHere(connectHere(), keepers);
  try {
    return await work(here);
  } finally {
    here.notices.close();
    here.connection.close();
  }
}

const whenIdle = (): Promise<void> =>
  new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: patience });
    else setTimeout(done, 0); // Safari
  });
