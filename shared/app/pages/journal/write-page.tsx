// The page for writing: a new entry, one that is changed, or an unfinished one that is taken up again.

import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useLive } from '../../use-live.ts';
import { Editor } from './editor.tsx';
import { type Beginning, readBeginning } from './journal-queries.ts';

export function WritePage() {
  const { selection } = useApplication();
  const [{ entry, draft }, setWriting] = useState(() => selection.writing.peek() ?? {});
  const asked = selection.writing.value;
  useEffect(() => {
    if (!asked) return;
    setWriting(asked); // also when a draft is chosen on this page itself
    selection.writing.value = undefined; // taken away at once, so that the next "Write" begins a new entry
  }, [asked, selection]);
  return entry || draft ? (
    <TakenUp key={draft} entry={entry} draft={draft} />
  ) : (
    <Editor entry={undefined} draft={undefined} />
  );
}

interface TakenUpProps {
  readonly entry: string | undefined;
  readonly draft: string | undefined;
}

function TakenUp({ entry, draft }: TakenUpProps) {
  const { value, fault, refresh } = useLive(readBeginning(entry, draft), [entry, draft]);
  // An editor works on what it showed first. What comes in later is another version, and saving joins the two.
  const [beginning, setBeginning] = useState<Beginning>();
  useEffect(() => {
    if (value) setBeginning((before) => before ?? value);
  }, [value]);
  if (beginning) return <Editor {...beginning} />;
  return fault ? <FaultNotice fault={fault} onRetry={() => void refresh()} /> : null;
}
