// Locks a vault that has a lock when nobody has done anything for a while. Every open page watches; the first one that
// sees the time is up takes the key away and tells the others.

import type { Clock } from '@core/kernel/clock.ts';
import { prolong } from '@core/vault/hold-key.ts';
import { isOver, type KeyPlace, parseHeld } from '@core/vault/key-place.ts';

interface IdleOptions {
  readonly keyPlace: KeyPlace;
  readonly clock: Clock;
  /** From the settings; read whenever somebody does something. */
  readonly minutes: () => number;
  /** The key is gone, or is to go. */
  readonly onOver: () => void;
}

/** How often a sign of the person is passed on, and how often the time is looked at; ms. */
const pause = 10_000;

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Answers how to stop. Does nothing where no key is held: without a lock, or while locked. */
export function watchIdle({ keyPlace, clock, minutes, onOver }: IdleOptions): () => void {
  let wasHeld = false;
  let told = Number.NEGATIVE_INFINITY;

  const look = async () => {
    const held = parseHeld(await keyPlace.read().catch(() => undefined));
    if (held && !isOver(held, clock.now())) wasHeld = true;
    else if (held || wasHeld) onOver();
  };
  const onSign = () => {
    const now = clock.now();
    if (now - told < pause && now >= told) return;
    told = now;
    void look().then(() => (wasHeld ? prolong(keyPlace, now, minutes()) : undefined));
  };
  const onReturn = () => {
    if (document.visibilityState === 'visible') void look();
  };
  const timer = setInterval(() => void look(), pause);
  for (const sign of signs) document.addEventListener(sign, onSign, { capture: true, passive: true });
  document.addEventListener('visibilitychange', onReturn);
  void look();
  return () => {
    clearInterval(timer);
    for (const sign of signs) document.removeEventListener(sign, onSign, { capture: true });
    document.removeEventListener('visibilitychange', onReturn);
  };
}
