// Starts the popup. Its field is in the page itself and has the focus before any script runs; the rest takes it over,
// with whatever was typed meanwhile.

import '@ui/base.css';
import '@ui/parts/field.css';
import '@app/face/quick-win.css';
import './popup.css';

load();

/** What did not come is asked for again at the next key: the field works without it, and nothing in it is lost. */
function load(): void {
  import('./live.tsx').catch(() => document.addEventListener('keydown', load, { once: true }));
}
