import { newAppreciation } from '@core/domain/appreciation.ts';
import { newWin } from '@core/domain/win.ts';
import type { Edit } from '@core/kernel/record.ts';
import type { BrowserContext, Page } from '@playwright/test';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab, openPopup, today } from '../support/extension-pages.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { actOn, answered, celebrated, promised, wrote } from '../support/records.ts';
import { expect, test } from './fixtures.ts';

// A1, A2, A3, A10, A11: two hundred texts that were written to hurt, in every place that shows words. None becomes anything
// but text.

/** All that our pages are made of. What a text could bring in is not among them. */
const tags = new Set(
  (
    'a article aside bdi body br button dd dialog div dl dt em fieldset footer form h1 h2 h3 head header hr html input ' +
    'label legend li link main meta nav ol option p path progress script section select small span strong summary details ' +
    'svg textarea time title ul circle rect line polyline g'
  ).split(' '),
);

/** Watches a page from its first moment: refusals of its policy, dialogs, and scripts that are none of ours. */
async function watch(context: BrowserContext): Promise<string[]> {
  const trouble: string[] = [];
  await context.exposeBinding('report', (_source, what: string) => trouble.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => {
      (Reflect.get(globalThis, 'report') as (what: string) => void)(`${effectiveDirective}: ${sample}`);
    });
  });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!/^(chrome-extension|chrome|data|blob|devtools):/.test(request.url())) trouble.push(request.url());
    });
  });
  return trouble;
}

async function expectOnlyText(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    pwned: Reflect.get(globalThis, 'pwned') as unknown,
    polluted: Reflect.get({}, 'polluted') as unknown,
    tags: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))],
    handlers: [...document.querySelectorAll('*')].filter((one) =>
      one.getAttributeNames().some((name) => /^on|^style$|^srcdoc$/.test(name)),
    ).length,
    links: [...document.querySelectorAll('[href], [src]')]
      .map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '')
      .filter((address) => /^\s*(?:javascript|data|vbscript|file):|evil/i.test(address)),
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith(location.origin)).length,
  }));
  expect({ ...found, tags: found.tags.filter((tag) => !tags.has(tag)) }, where).toEqual({
    pwned: undefined,
    polluted: undefined,
    tags: [],
    handlers: 0,
    links: [],
    scripts: 0,
  });
}

const day = today();
const act = actOn(day);

/** Everything of one text that the record can hold, past every form. */
const recordsOf = (text: string, index: number): Edit[] => [
  ...promised(`promise-${index}`, text, { startsOn: day, endsOn: day, glance: text.slice(0, 40) }, day),
  ...answered(`promise-${index}`, day, 'partly', text),
  newWin({ of: 'onTime', day, note: text }, act, `win-${index}`),
  newAppreciation({ day, what: text, saidAloud: true }, act, `kind-${index}`),
  ...wrote(`entry-${index}`, text, day),
  ...celebrated(`own-${index}`, `win-${index}`, day, text),
];

test('A1 A2 A11: stored past every form, no text becomes more than text on any screen', async ({ extension }) => {
  test.setTimeout(240_000);
  expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
  const { context, origin } = extension;
  const trouble = await watch(context);
  const archive = await openArchive(context, origin);
  await archive.write(begun([]));
  for (let from = 0; from < hostileTexts.length; from += 50) {
    const some = hostileTexts.slice(from, from + 50);
    await archive.write(some.flatMap((text, index) => recordsOf(text, from + index)));
  }
  await archive.page.close();

  const page = await context.newPage();
  for (const place of ['today', 'promises', 'wins', 'journal', 'settings']) {
    await page.goto(`${origin}/journal.html#/${place}`);
    await page.reload();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    if (place !== 'settings') await expect(page.getByText('globalThis.pwned').first()).toBeAttached();
    await expectOnlyText(page, place);
  }
  await page.goto(`${origin}/journal.html#/journal`);
  await page.getByRole('button', { name: /pwned/ }).first().click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expectOnlyText(page, 'one entry');
  expect(trouble).toEqual([]);
});

test('A1 A2 A11: as the promise of the day, each is only text in the new tab and in the popup', async ({
  extension,
}) => {
  test.setTimeout(240_000);
  const { context, origin } = extension;
  const trouble = await watch(context);
  const archive = await openArchive(context, origin);
  await archive.write(begun([{ ...home, startsOn: day }]));
  const tab = await openNewTab(context);
  const popup = await openPopup(context, origin);
  for (const [index, text] of hostileTexts.entries()) {
    const marked = `${text.slice(0, 400)} no. ${index};`;
    await archive.write([{ kind: 'commitment', row: { id: 'promise-0' }, set: { text: marked } }]);
    for (const page of [tab, popup]) await expect(page.getByText(`no. ${index};`).first()).toBeAttached();
    if (index % 10 === 0) await expectOnlyText(tab, text);
  }
  await expectOnlyText(tab, 'new tab');
  await expectOnlyText(popup, 'popup');
  expect(trouble).toEqual([]);
});

test('A1 A10: typed into every kind of field, each is only text', async ({ extension }) => {
  test.setTimeout(240_000);
  const { context, origin } = extension;
  const trouble = await watch(context);
  await (await openArchive(context, origin)).write(begun([]));
  const page = await context.newPage();
  await page.goto(`${origin}/journal.html#/journal/write`);
  const field = page.getByLabel('Your entry');
  for (const text of hostileTexts) await field.fill(text.replaceAll('\0', ''));
  await expectOnlyText(page, 'the sheet');
  await page.goto(`${origin}/journal.html#/promises/edit`);
  for (const text of hostileTexts)
    await page.getByLabel('What I will do').fill(text.replaceAll('\0', '').slice(0, 400));
  await expectOnlyText(page, 'the form');
  const popup = await openPopup(context, origin);
  for (const text of hostileTexts) await popup.getByRole('combobox').fill(text.replaceAll('\0', '').slice(0, 400));
  await expectOnlyText(popup, 'the popup');
  expect(trouble).toEqual([]);
});

test('A10: every piece of own words stands in an element that keeps its direction to itself', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  const turned = '\u202Eesrever \u2066never closed';
  await archive.write([...begun([]), ...recordsOf(turned, 0), ...recordsOf('مرحبا abc', 1)]);
  const page = await context.newPage();
  for (const place of ['today', 'promises', 'wins', 'journal']) {
    await page.goto(`${origin}/journal.html#/${place}`);
    await page.reload();
    await expect(page.getByText('never closed').first()).toBeAttached();
    const loose = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const own = /\u202E|مرحبا/.test(node.textContent ?? '');
        if (own && !node.parentElement?.closest('bdi, [dir=auto]')) found.push(node.parentElement?.outerHTML ?? '');
      }
      return found;
    });
    expect(loose, place).toEqual([]);
  }
});

test('A3: an object in the place of a text is refused, and nothing is drawn of it', async ({ extension }) => {
  const { context, origin } = extension;
  const trouble = await watch(context);
  const archive = await openArchive(context, origin);
  const drawn = {
    type: 'img',
    props: { src: 'x', onerror: 'globalThis.pwned=1', dangerouslySetInnerHTML: { __html: '<b>drawn</b>' } },
    ...{ key: null, ref: null, __k: null, __: null, __b: 0, __e: null, __c: null, __v: 1, constructor: null },
  };
  const set = { what: drawn, note: drawn, body: drawn, text: drawn, of: drawn, ownWords: drawn, day };
  const hostile = ['commitment', 'outcome', 'win', 'appreciation', 'celebration', 'journalEntry'].map(
    (kind): Edit => ({ kind, row: { id: `drawn-${kind}` }, set: set as never }),
  );
  await archive.write([...begun(), newWin({ of: 'onTime', day, note: 'sound' }, act, 'sound')]);
  await archive.write(hostile).catch(() => {}); // refused at the door is as good
  const page = await context.newPage();
  for (const place of ['today', 'promises', 'wins', 'journal']) {
    await page.goto(`${origin}/journal.html#/${place}`);
    await page.reload();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expectOnlyText(page, place);
    expect(await page.locator('main img').count(), place).toBe(0);
  }
  const tab = await openNewTab(context);
  await expect(tab.locator('bdi').first()).toBeVisible();
  await expectOnlyText(tab, 'new tab');
  expect(trouble).toEqual([]);
});
