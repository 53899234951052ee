// Hands a file to the browser, which puts it among the downloads.

import type { Bytes } from '@core/kernel/bytes.ts';

export function saveFile(name: string, bytes: Bytes): void {
  const link = document.createElement('a');
  // No type of its own: the name is neutral, and nothing is to open it by itself.
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it after the press
}
