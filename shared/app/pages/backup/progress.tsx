// How far a longer piece of work has come.

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; nothing while nobody can tell. */
  readonly share?: number | undefined;
}

export function Progress({ label, share }: ProgressProps) {
  return (
    <div class="stack backup-progress" role="status">
      <p>{label}</p>
      <progress max={1} value={share} aria-label={label} />
    </div>
  );
}
