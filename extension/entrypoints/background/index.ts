// The background wakes, does one thing and dies. No page depends on its being alive.

import { systemClock } from '@core/kernel/clock.ts';
import type { BackgroundDefinition } from 'wxt';
import { defineBackground } from 'wxt/utils/define-background';
import { extensionKeyPlace } from '../../platform/key-place.ts';
import { watchLock } from '../../platform/lock-watch.ts';
import { welcomeOnInstall } from '../../platform/welcome.ts';

// Listeners are registered at once: a worker that was woken by an event must know what to do with it.
const background: BackgroundDefinition = defineBackground(() => {
  welcomeOnInstall();
  watchLock(extensionKeyPlace, systemClock);
});
export default background;
