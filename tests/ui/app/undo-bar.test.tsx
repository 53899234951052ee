import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, heading, openApp, press, settled } from '../../support/open-app.tsx';
import { back, monday, won } from '../../support/records.ts';

afterEach(() => page.viewport(414, 896));

test.each([
  ['on a phone', 390, 844],
  ['on a narrow phone', 320, 640],
  ['on a desktop', 1280, 800],
])(
  '%s the bar with "Undo" hides nothing at the end of a page, and moves nothing above',
  async (_where, width, height) => {
    await page.viewport(width, height);
    const many = Array.from({ length: 35 }, (_, index) => won(`w${index}`, 'onTime', back(index)));
    await openApp({ to: 'wins', before: [...many, won('last', 'repaired', monday)] });
    await press('Put something right');
    await press('Delete');
    await expect.element(button('Undo')).toBeVisible();
    await expect.element(heading('Wins')).toBeVisible();
    await settled(); // a page that is turned to begins at its top
    const top = document.querySelector('main h1')?.getBoundingClientRect().top;
    expect(top).toBeGreaterThan(0);
    scrollTo(0, document.documentElement.scrollHeight);
    await settled();
    const bar = boxOf('.shell-undo .undo');
    const end = [...document.querySelectorAll('main .line, main p')].at(-1)?.getBoundingClientRect();
    expect(end?.bottom).toBeLessThanOrEqual(bar.top);
    expect(bar.bottom).toBeLessThanOrEqual(innerHeight);
    if (width < 800) expect(bar.bottom).toBeLessThanOrEqual(boxOf('.shell-nav').top);
    scrollTo(0, 0);
    await settled();
    expect(boxOf('.shell-undo .undo').bottom).toBe(bar.bottom);
  },
);

function boxOf(selector: string): DOMRect {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found.getBoundingClientRect();
}
