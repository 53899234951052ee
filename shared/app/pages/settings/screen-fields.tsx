// Who may see this screen, and whether it is light or dark.

import { glanceModes, type Settings, themes } from '@core/domain/settings.ts';
import { Choice } from '@ui/parts/choice.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import type { Change } from './settings-page.tsx';

const glanceWords = {
  own: { label: 'settings.glance-own', hint: 'settings.glance-own-hint' },
  discreet: { label: 'settings.glance-discreet', hint: 'settings.glance-discreet-hint' },
  hidden: { label: 'settings.glance-hidden', hint: 'settings.glance-hidden-hint' },
} as const;

const themeWords = {
  system: 'settings.theme-system',
  light: 'settings.theme-light',
  dark: 'settings.theme-dark',
} as const;

interface FieldsProps {
  readonly settings: Settings;
  readonly change: Change;
}

export function ScreenFields({ settings, change }: FieldsProps) {
  const t = useWords();
  const { host } = useApplication();
  return (
    <section class="stack section">
      <h2>{t('settings.screen')}</h2>
      <Choice
        label={t('settings.glance')}
        hint={[host.platform === 'web' && t('settings.glance-web'), t('settings.glance-limits')]
          .filter(Boolean)
          .join(' ')}
        stacked
        value={settings.glance}
        options={glanceModes.map((value) => ({
          value,
          label: t(glanceWords[value].label),
          ...(host.platform === 'extension' && { hint: t(glanceWords[value].hint) }),
        }))}
        onChange={(glance) => void change({ glance })}
      />
      <Choice
        label={t('settings.theme')}
        value={settings.theme}
        options={themes.map((value) => ({ value, label: t(themeWords[value]) }))}
        onChange={(theme) => void change({ theme })}
      />
    </section>
  );
}
