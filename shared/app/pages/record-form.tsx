// The page of a form that writes one record: what was begun before, its fields, its buttons, and where saving stands.

import { Button } from '@ui/parts/button.tsx';
import { Form } from '@ui/parts/form.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import type { ComponentChildren } from 'preact';
import { useApplication } from '../application.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { PageName } from '../router.ts';
import { PageHead } from './page-head.tsx';
import { SavingNote } from './saving-note.tsx';
import type { RecordFormState } from './use-record-form.ts';

interface RecordFormProps {
  readonly title: string;
  readonly home: { readonly page: PageName; readonly name: string };
  readonly state: RecordFormState;
  /** For a record that is there already. */
  readonly onDelete?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

export function RecordForm({ title, home, state, onDelete, children }: RecordFormProps) {
  const t = useWords();
  const { router } = useApplication();
  const { form, saving, takenUp, fault, save, discard, beginAnew, touch } = state;
  const cancel = () => {
    void discard();
    router.close(home.page);
  };
  return (
    <div class="stack page">
      <PageHead title={title} home={home} />
      {takenUp && <Notice action={{ label: t('begun.anew'), onPress: beginAnew }}>{t('begun.here')}</Notice>}
      <Form form={form} onSubmit={() => void save()}>
        {children}
        <div class="stack form-foot">
          <div class="cluster">
            <Button kind="main" type="submit">
              {t('app.save')}
            </Button>
            <Button onClick={cancel}>{t('app.cancel')}</Button>
            {onDelete && (
              <Button kind="quiet" class="form-delete" onClick={onDelete}>
                {t('app.delete')}
              </Button>
            )}
          </div>
          {fault && <FaultNotice fault={fault} onRetry={touch} />}
          <SavingNote saving={saving} onRetry={() => void save()} />
        </div>
      </Form>
    </div>
  );
}
