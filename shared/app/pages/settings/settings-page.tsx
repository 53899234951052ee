// What the person decides about this place, what is stored here, and what Kept is.

import { defaultSettings, settingsEdit } from '@core/domain/settings.ts';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { useSaving } from '../../saving.ts';
import { BackupSettings } from '../backup/settings-section.tsx';
import { LockSection } from '../lock/lock-section.tsx';
import { PageHead } from '../page-head.tsx';
import { SavingNote } from '../saving-note.tsx';
import { InstallOffer } from '../today/install-offer.tsx';
import { About } from './about.tsx';
import { DayFields } from './day-fields.tsx';
import { OwnWordsOut } from './own-words-out.tsx';
import { QuickHideField } from './quick-hide-field.tsx';
import { ScreenFields } from './screen-fields.tsx';
import { StorageState } from './storage-state.tsx';
import './settings.css';

export type Change = (changes: Parameters<typeof settingsEdit>[0]) => Promise<boolean>;

export function SettingsPage() {
  const t = useWords();
  const { today } = useApplication();
  const saving = useSaving();
  const settings = today.reading.value.value?.settings ?? defaultSettings;
  const change: Change = async (changes) => (await saving.save([settingsEdit(changes)])) !== undefined;
  return (
    <div class="stack page settings">
      <PageHead title={t('app.settings')} />
      {saving.state.value.type === 'fault' && <SavingNote saving={saving} onRetry={saving.rest} />}
      <ScreenFields settings={settings} change={change} />
      <DayFields settings={settings} change={change} />
      <QuickHideField key={settings.quickHideTo} settings={settings} change={change} />
      <LockSection settings={settings} change={change} />
      <BackupSettings />
      <StorageState />
      <OwnWordsOut />
      <InstallOffer always />
      <About />
    </div>
  );
}
