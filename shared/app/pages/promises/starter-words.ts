// A starter as a person reads it and then writes on: its times in the notation of their language.

import { openStarter, type starters } from '@core/domain/starters.ts';
import type { Words } from '@i18n/translate.ts';
import { timeName } from '../../day-words.ts';

export const starterText = (t: Words, key: (typeof starters)[number]['key']): string =>
  openStarter(t(`starter.${key}`), (time) => timeName(t, time)).text;
