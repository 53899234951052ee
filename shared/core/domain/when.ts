// The moment of an act as every record carries it, beside the day that stood on the screen.

import type { Act } from '../kernel/local-day.ts';
import type { Fields } from '../kernel/record.ts';

export const whenOf = (act: Act): Fields => ({ when: { zone: act.zone, offset: act.offset, at: act.at } });
