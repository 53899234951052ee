import { settingsEdit } from '@core/domain/settings.ts';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { button, heading, openApp, press, seen, settled } from '../../support/open-app.tsx';
import { answered, back, monday, promised, won, wrote } from '../../support/records.ts';
import { dayOneZip, loopZip, zipOf } from '../../support/zips.ts';

const before = [
  promised('home', 'Home by 18:30.', {}, back(3)),
  answered('home', back(1), 'partly', 'The bus was late.'),
  won('w', 'listened', monday),
  wrote('e', 'A plain day.', monday),
];

afterEach(() => vi.restoreAllMocks());

/** The downloads of a page, caught before the browser has them. */
function catchDownloads(): { name: string; blob: Blob }[] {
  const caught: { name: string; blob: Blob }[] = [];
  let last = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:caught';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    caught.push({ name: this.download, blob: last });
  });
  return caught;
}

async function choose(bytes: Uint8Array<ArrayBuffer> | string, name: string): Promise<void> {
  await expect.element(button('Choose a file')).toBeEnabled();
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([bytes], name));
  if (!input) throw new Error('there is no field for a file');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const dayOne = (count: number) =>
  dayOneZip(
    Array.from({ length: count }, (_, index) => ({
      ...{
        uuid: `U${index}`,
        creationDate: `2025-03-0${index + 1}T09:00:00Z`,
        timeZone: 'UTC',
        text: `Words ${index}.`,
      },
      ...{ starred: index === 0, photos: index === 0 ? [{}, {}] : [] },
    })),
  );

test('the settings lead to both ways, and back', async () => {
  await openApp({ to: 'settings' });
  await page.getByRole('link', { name: 'Take words out' }).click();
  await expect.element(heading('Take words out')).toHaveFocus();
  await press('Settings');
  await page.getByRole('link', { name: 'Bring words in' }).click();
  await expect.element(heading('Bring words in')).toHaveFocus();
});

describe('taking words out', () => {
  test('for oneself gives a folder with everything in it', async () => {
    const caught = catchDownloads();
    await openApp({ to: 'settings/export', before });
    await press('Make the file');
    await expect.element(page.getByText('It went to your downloads as export-2026-11-23.zip.')).toBeVisible();
    const files = unzipSync(new Uint8Array(await (caught[0]?.blob ?? new Blob()).arrayBuffer()));
    expect(Object.keys(files)).toEqual(['README.md', 'promises.md', '2026/2026-11-22.md', '2026/2026-11-23.md']);
    const day = strFromU8(files['2026/2026-11-23.md'] ?? new Uint8Array());
    expect(day).toContain('A plain day.');
    expect(day).toContain('- Heard them out');
    expect(strFromU8(files['2026/2026-11-22.md'] ?? new Uint8Array())).toContain(
      '- Home by 18:30. — Partly\n  > The bus',
    );
  });

  test('R3: for somebody else has the journal and the notes unticked, and leaves them out', async () => {
    const caught = catchDownloads();
    await openApp({ to: 'settings/export', before });
    await page.getByLabelText(/^For somebody else/).click();
    await expect.element(page.getByLabelText('Journal', { exact: true })).not.toBeChecked();
    await expect.element(page.getByLabelText('My notes beside answers and wins')).not.toBeChecked();
    await expect.element(page.getByLabelText('Promises', { exact: true })).toBeChecked();
    await page.getByLabelText(/^One file for programs/).click();
    await press('Make the file');
    await expect.element(page.getByText(/export-2026-11-23\.json/)).toBeVisible();
    const text = await (caught[0]?.blob ?? new Blob()).text();
    expect(text).toContain('Home by 18:30.');
    expect(text).not.toMatch(/plain day|bus was late|journalEntry/);
  });

  test('says so when there is nothing, and when the storage does not answer', async () => {
    const caught = catchDownloads();
    const host = await openApp({ to: 'settings/export' });
    await press('Make the file');
    await expect.element(page.getByText(/no file was made/)).toBeVisible();
    host.ledger.refuseReads('silent');
    await press('Make the file');
    await expect.element(page.getByRole('alert').getByText(/not answering/)).toBeVisible();
    expect(caught).toEqual([]);
  });

  test('of nothing cannot be asked for', async () => {
    await openApp({ to: 'settings/export', before });
    await expect.element(button('Make the file')).toBeEnabled();
    for (const tick of document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) tick.click();
    await settled();
    await expect.element(button('Make the file')).toBeDisabled();
  });
});

describe('bringing words in', () => {
  test('shows what is in the file before anything is written, writes it with one act, and takes it back with one', async () => {
    const host = await openApp({ to: 'settings/import', before });
    const revision = async () => host.ledger.revision();
    const at = await revision();
    await choose(dayOne(3), 'export.zip');
    await expect.element(heading('From Day One')).toHaveFocus();
    expect(seen()).toContain('3 entries');
    expect(seen()).toContain('From Saturday, 1 March 2025 to Monday, 3 March 2025.');
    expect(seen()).toContain('2 photos, videos and recordings: Kept holds words only');
    expect(seen()).toContain('The star of 1 entry');
    expect(await revision()).toEqual(at);

    await press('Bring it in');
    await expect.element(heading('3 records came in')).toHaveFocus();
    expect(host.ledger.rowsOf('journalEntry')).toHaveLength(4);
    expect(await revision()).toEqual({ ok: true, value: (at.ok ? at.value : 0) + 1 });

    await press('Take it back');
    await expect.element(page.getByText('Taken back. Everything else is as it was.')).toBeVisible();
    expect(host.ledger.rowsOf('journalEntry').map(({ id }) => id)).toEqual(['e']);
    expect(host.ledger.rowsOf('commitment')).toHaveLength(1);
  });

  test('a second time brings nothing, and says why', async () => {
    const host = await openApp({ to: 'settings/import' });
    await choose(dayOne(2), 'export.zip');
    await press('Bring it in');
    await press('Leave it so');
    await choose(dayOne(2), 'export.zip');
    await expect.element(page.getByText(/nothing new in it/)).toBeVisible();
    expect(seen()).toContain('2 records of it are here already. They stay as they are.');
    await expect.element(button('Bring it in')).not.toBeInTheDocument();
    await press('Close');
    expect(host.ledger.rowsOf('journalEntry')).toHaveLength(2);
  });

  test('leaves deleted what was deleted here, unless it is asked back', async () => {
    const host = await openApp({ to: 'settings/import' });
    await choose(dayOne(2), 'export.zip');
    await press('Bring it in');
    await press('Take it back');
    await choose(dayOne(2), 'export.zip');
    await expect
      .element(page.getByText('2 records of it were deleted here, and stay so unless you tick this.'))
      .toBeVisible();
    await page.getByLabelText('Bring back what was deleted too').click();
    await press('Bring it in');
    await expect.element(heading('2 records came in')).toBeVisible();
    expect(host.ledger.rowsOf('journalEntry')).toHaveLength(2);
  });

  test('a double press brings everything in once', async () => {
    const host = await openApp({ to: 'settings/import' });
    await choose(dayOne(2), 'export.zip');
    await expect.element(button('Bring it in')).toBeVisible();
    const main = button('Bring it in').element() as HTMLElement;
    main.click();
    main.click();
    await expect.element(heading('2 records came in')).toBeVisible();
    const bodies = host.ledger.rowsOf('journalEntry').map(({ fields }) => fields['body']);
    expect(bodies).toMatchObject([{ conflict: false }, { conflict: false }]);
    expect(await host.ledger.revision()).toEqual({ ok: true, value: 2 });
  });

  test('offers to take it back only until the next act', async () => {
    const host = await openApp({ to: 'settings/import' });
    await choose(dayOne(1), 'export.zip');
    await press('Bring it in');
    await expect.element(button('Take it back')).toBeVisible();
    await host.ledger.commit([settingsEdit({ eveningHour: 9 })]);
    await expect.element(button('Take it back')).not.toBeInTheDocument();
    await expect.element(heading('1 record came in')).toBeVisible();
  });

  test('tells of a habit what becomes of it, without a word of blame', async () => {
    const host = await openApp({ to: 'settings/import' });
    const checks = [
      ['2026-03-03', 'NO'],
      ['2026-03-02', 'YES_MANUAL'],
    ] as const;
    await choose(loopZip([{ name: 'Walk', checks }]), 'Loop Habits CSV 2026-03-03.zip');
    await expect.element(heading('From Loop Habit Tracker')).toBeVisible();
    expect(seen()).toContain('1 promise');
    expect(seen()).toContain('1 answer');
    expect(seen()).toContain('1 day marked as no: it stays without an answer');
    await press('Bring it in');
    await expect.element(heading('2 records came in')).toBeVisible();
    expect(host.ledger.rowsOf('outcome').map(({ fields }) => fields['result'])).toEqual(['kept']);
    await page.getByRole('link', { name: 'Promises' }).click();
    await expect.element(heading('Over')).toBeVisible();
  });

  test.each([
    ['a picture', '\x89PNG\r\n', /does not know this kind of file/],
    ['half a file', '{"entries":[', /damaged or not whole/],
    ['nothing', '', /There is nothing in this file/],
    ['a later format', '{"format":"kept-export","v":9,"records":[]}', /newer version of Kept/],
    ['an archive that swells', zipOf({ 'Journal.json': '0'.repeat(3_000_000) }), /unpacks to far more/],
  ])('refuses %s with a sentence, and takes the next file', async (_name, bytes, sentence) => {
    const host = await openApp({ to: 'settings/import' });
    await choose(bytes, 'file');
    await expect.element(page.getByRole('alert').getByText(sentence)).toBeVisible();
    expect(seen()).toContain('Nothing was written.');
    await choose(dayOne(1), 'export.zip');
    await expect.element(heading('From Day One')).toBeVisible();
    await press('Cancel');
    await expect.element(button('Choose a file')).toBeVisible();
    expect(host.ledger.rowsOf('journalEntry')).toEqual([]);
  });

  test('keeps what was looked at when it could not be written, and writes it once at the next press', async () => {
    const host = await openApp({ to: 'settings/import' });
    await choose(dayOne(2), 'export.zip');
    await expect.element(button('Bring it in')).toBeVisible();
    host.ledger.refuseCommits('full');
    await press('Bring it in');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(host.ledger.rowsOf('journalEntry')).toEqual([]);
    host.ledger.refuseCommits(undefined);
    await press('Bring it in');
    await expect.element(heading('2 records came in')).toBeVisible();
    expect(host.ledger.rowsOf('journalEntry')).toHaveLength(2);
  });
});
