// What a loss asks of this browser's storage: a look at everything in idle slices, going on, a new place beside.

import { systemRandom } from '@core/kernel/random.ts';
import { err, ok, type Result } from '@core/kernel/result.ts';
import { foundVault } from '@core/store/found-vault.ts';
import { examine, goOn } from '@core/store/go-on.ts';
import { connectHere, type Keepers, surroundingsHere } from '@core/store/here.ts';
import { typedConnection } from '@core/store/typed-connection.ts';
import type { Surroundings } from '@core/store/vault.ts';
import { createConnection } from '@core/vault/connection.ts';
import { type Fault, faultOf } from '@core/vault/fault.ts';
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
    if (!place) return err({ type: 'denied' });
    // Founded at once: a place without a header counts as a move that was cut short.
    const connection = typedConnection(createConnection({ place: async () => place }));
    const founded = await foundVault(connection, systemRandom);
    connection.close();
    if (!founded.ok) return founded;
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
