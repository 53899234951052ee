// Light or dark as the person chose. Without a choice the system decides, and the page says nothing.

import { showTheme } from '@ui/theme.ts';
import { useEffect } from 'preact/hooks';
import { useApplication } from '../application.ts';

export function useTheme(): void {
  const settings = useApplication().today.reading.value.value?.settings;
  const theme = settings?.theme ?? 'system';
  useEffect(() => showTheme(theme), [theme]);
}
