// What the browser says about this place, asked again after it was asked to keep it.

import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';

interface StorageReading {
  readonly persisted: boolean;
  readonly estimate: { readonly used: number; readonly room: number } | undefined;
}

export function useStorageState() {
  const { storage } = useApplication().host;
  const [state, setState] = useState<StorageReading>();
  const [asked, setAsked] = useState(false);

  const read = async () => {
    const [persisted, estimate] = await Promise.all([storage.persisted(), storage.estimate()]);
    setState({ persisted, estimate });
  };
  // Read once, when the page is opened
  useEffect(() => void read(), [storage]);
  const ask = async () => {
    await storage.persist();
    await read();
    setAsked(true);
  };
  return { state, asked, ask: () => void ask() };
}
