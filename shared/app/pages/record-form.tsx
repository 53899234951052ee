// The frame of a form that writes one record: its page, its buttons, and where saving stands.

import { Button } from '@ui/parts/button.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useApplication } from '../application.ts';
import type { PageName } from '../router.ts';
import type { Saving } from '../saving.ts';
import { PageHead } from './page-head.tsx';
import { SavingNote } from './saving-note.tsx';

interface RecordFormProps {
  readonly title: string;
  readonly home: { readonly page: PageName; readonly name: string };
  readonly saving: Saving;
  /** What stands in the fields stands nowhere else. */
  readonly unsaved: boolean;
  readonly save: (form: HTMLFormElement) => Promise<void>;
  /** For a record that is there already. */
  readonly onDelete?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

export function RecordForm({ title, home, saving, unsaved, save, onDelete, children }: RecordFormProps) {
  const t = useWords();
  const { router } = useApplication();
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(unsaved);
  const submit = () => form.current && void save(form.current);
  return (
    <div class="stack page">
      <PageHead title={title} home={home} />
      <Form form={form} onSubmit={submit}>
        {children}
        <div class="stack form-foot">
          <div class="cluster">
            <Button kind="main" type="submit">
              {t('app.save')}
            </Button>
            <Button onClick={() => router.close(home.page)}>{t('app.cancel')}</Button>
            {onDelete && (
              <Button kind="quiet" class="form-delete" onClick={onDelete}>
                {t('app.delete')}
              </Button>
            )}
          </div>
          <SavingNote saving={saving} onRetry={submit} />
        </div>
      </Form>
    </div>
  );
}
