// One small act in the list, with what was written about it. Pressed, it opens to be changed.

interface NoticedLineProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly onOpen: () => void;
}

export function NoticedLine({ title, note, onOpen }: NoticedLineProps) {
  return (
    <button type="button" class="line" onClick={onOpen}>
      <span class="line-words">
        {title}
        {note && (
          <span class="own-words noticed-note" dir="auto">
            {note}
          </span>
        )}
      </span>
    </button>
  );
}
