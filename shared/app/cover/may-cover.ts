// Who is not always alone with the screen has the application covered. Where the settings are not known it is, too.

import type { Settings } from '@core/domain/settings.ts';

export const mayCover = (settings: Settings | undefined): boolean =>
  settings?.glance !== 'own' && settings?.started !== false;
