// The sentences of the page's language, handed down to every component without passing through each of them.

import type { Words } from '@i18n/translate.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No words were provided to this part of the page.');
  return words;
}
