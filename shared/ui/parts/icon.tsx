// A small drawing of strokes in the colour of the text beside it. It never stands alone: words say what it means.

import './icon.css';

export function Icon({ strokes }: { readonly strokes: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes} />
    </svg>
  );
}
