// A button that asks for one file.

import { Button } from '@ui/parts/button.tsx';
import { useRef } from 'preact/hooks';

interface FilePickProps {
  readonly label: string;
  readonly kind?: 'main' | 'plain';
  readonly disabled?: boolean;
  /** Endings that the browser offers first. */
  readonly accept?: string;
  readonly onPick: (file: File) => void;
}

export function FilePick({ label, kind = 'plain', disabled = false, accept, onPick }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <Button kind={kind} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        autocomplete="off"
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = ''; // the same file can be chosen again
          if (file) onPick(file);
        }}
      />
    </div>
  );
}
