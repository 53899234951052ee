// When the evening begins, and the week.

import type { Settings } from '@core/domain/settings.ts';
import { Select } from '@ui/parts/select.tsx';
import { useWords } from '@ui/words.ts';
import { timeName, weekdayName } from '../../day-words.ts';
import type { Change } from './settings-page.tsx';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7];

interface FieldsProps {
  readonly settings: Settings;
  readonly change: Change;
}

export function DayFields({ settings, change }: FieldsProps) {
  const t = useWords();
  return (
    <section class="stack section">
      <h2>{t('settings.day')}</h2>
      <Select
        label={t('settings.evening')}
        hint={t('settings.eveningHint')}
        value={String(settings.eveningHour)}
        options={hours.map((hour) => ({ value: String(hour), label: timeName(t, `${hour}:00`) }))}
        onChange={(hour) => void change({ eveningHour: Number(hour) })}
      />
      <Select
        label={t('settings.week')}
        value={String(settings.weekStart)}
        options={weekdays.map((day) => ({ value: String(day), label: weekdayName(t, day, 'long') }))}
        onChange={(day) => void change({ weekStart: Number(day) })}
      />
    </section>
  );
}
