// Takes everything away: the places with all that is in them, what the witness knows, the key. Tells nobody.

import { err, ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { faultOf } from '../vault/fault.ts';
import type { KeyPlace } from '../vault/key-place.ts';
import type { Places } from '../vault/places.ts';
import type { Witness } from '../vault/witness.ts';

/**
 * The witness goes first: cut short after that, everything is still there and can be erased again. The other way round
 * the next start would call it a loss.
 */
export async function eraseEverything(
  places: Places,
  { witness, keyPlace }: { readonly witness: Witness; readonly keyPlace: KeyPlace },
): Promise<Result<void, Fault>> {
  const erased = await places.alone(async (): Promise<Result<void, Fault>> => {
    try {
      await witness.forget();
      await keyPlace.clear();
      for (const number of await places.list()) await places.remove(number);
      return ok(undefined);
    } catch (error) {
      return err(faultOf(error));
    }
  });
  return erased ?? err({ type: 'busy' });
}
