// Starts the popup. Its field is in the page itself and has the focus before any script runs; the rest takes it over,
// with whatever was typed meanwhile.

import '@ui/base.css';
import '@ui/parts/field.css';
import '@app/face/quick-win.css';
import './popup.css';

void import('./live.tsx');
