import messages from '@i18n/en.json';
import { createWords } from '@i18n/translate.ts';
import { Button } from '@ui/parts/button.tsx';
import { Choice } from '@ui/parts/choice.tsx';
import { Dialog } from '@ui/parts/dialog.tsx';
import { Field } from '@ui/parts/field.tsx';
import { inPieces } from '@ui/parts/insertion.ts';
import { TextArea } from '@ui/parts/text-area.tsx';
import { Undo } from '@ui/parts/undo.tsx';
import { showTheme } from '@ui/theme.ts';
import { WordsContext } from '@ui/words.ts';
import fc from 'fast-check';
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '@ui/base.css';

afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
  showTheme('system');
});

const put = (children: ComponentChildren) => render(children, document.body);
const nothing = () => {};

/** Effects run after the frame that shows what they belong to. */
async function rendered(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

test('a field is described by what is wrong first, then by its hint', () => {
  put(<Field label="Promise" hint="Small" error="Write a few words first." value="" onInput={nothing} />);
  const field = document.querySelector('input');
  const described = field?.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Write a few words first.',
    'Small',
  ]);
  expect(field?.getAttribute('aria-invalid')).toBe('true');
  expect(field?.labels?.[0]?.textContent).toBe('Promise');
});

test('no field lets the browser remember, and each takes the direction of what is written', () => {
  put([
    <Field key="a" label="A" value="" onInput={nothing} />,
    <TextArea key="b" label="B" value="" onInput={nothing} />,
  ]);
  for (const field of document.querySelectorAll('input, textarea')) {
    expect(field.getAttribute('autocomplete')).toBe('off');
    expect(field.getAttribute('dir')).toBe('auto');
  }
});

test('a text area grows with the text', () => {
  put(<TextArea label="Words" room="line" value="" onInput={nothing} />);
  const before = document.querySelector('textarea')?.offsetHeight ?? 0;
  put(<TextArea label="Words" room="line" value={'line\n'.repeat(8)} onInput={nothing} />);
  expect(document.querySelector('textarea')?.offsetHeight).toBeGreaterThan(before * 3);
});

test('a choice is one group for the arrow keys', async () => {
  const onChange = vi.fn();
  const options = [
    { value: 'own', label: 'My own words' },
    { value: 'discreet', label: 'Discreet words' },
  ] as const;
  put(<Choice label="What may be seen" value="own" options={options} onChange={onChange} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('discreet');
});

test('every target is at least 44 pixels high', () => {
  put([
    <Button key="a">Save</Button>,
    <Button key="b" kind="quiet">
      Leave it
    </Button>,
    <Field key="c" label="A" value="" onInput={nothing} />,
    <Choice key="d" label="C" value={undefined} options={[{ value: 'x', label: 'X' }]} onChange={nothing} />,
  ]);
  for (const target of document.querySelectorAll<HTMLElement>('button, .entry, .choice-option')) {
    expect(target.offsetHeight, target.outerHTML).toBeGreaterThanOrEqual(44);
  }
});

test('a dialog is modal, named, and closed by Escape once', async () => {
  const onClose = vi.fn();
  put(
    <Dialog open title="Pause" onClose={onClose}>
      Until when?
    </Dialog>,
  );
  await expect.element(page.getByRole('dialog', { name: 'Pause' })).toBeVisible();
  expect(document.querySelector('dialog:modal')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  put(
    <Dialog open={false} title="Pause" onClose={onClose}>
      Until when?
    </Dialog>,
  );
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('undo is there for ten seconds, and waits while somebody is at it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const onGone = vi.fn();
  put(
    <Undo actionLabel="Undo" onUndo={nothing} onGone={onGone}>
      Deleted
    </Undo>,
  );
  await rendered();
  await vi.advanceTimersByTimeAsync(9_000);
  document.querySelector('button')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await rendered();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onGone).not.toHaveBeenCalled();
  document.querySelector('button')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  await rendered();
  await vi.advanceTimersByTimeAsync(10_100);
  expect(onGone).toHaveBeenCalledOnce();
});

test('a theme stands on the root and is remembered for the next first frame', () => {
  showTheme('dark');
  expect(getComputedStyle(document.documentElement).colorScheme).toBe('dark');
  expect(localStorage.getItem('theme')).toBe('dark');
  showTheme('system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

describe('5 MB that come in at once', () => {
  const huge = `${'All of it, again and again.\n'.repeat(190_000)}<b>the end</b>`;
  const words = createWords('en', messages);
  const putHeld = (children: ComponentChildren) =>
    put(<WordsContext.Provider value={words}>{children}</WordsContext.Provider>);

  const comeIn = {
    paste: (text: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      return new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    },
    drop: (data: string) =>
      new InputEvent('beforeinput', { data, inputType: 'insertFromDrop', bubbles: true, cancelable: true }),
  };

  function Kept({ part }: { readonly part: typeof Field | typeof TextArea }) {
    const [value, setValue] = useState('as it was');
    const Part = part as typeof Field;
    return <Part label="Promise" value={value} onInput={setValue} />;
  }

  test.each([
    ['paste', 'a line', Field],
    ['drop', 'a line', Field],
    ['paste', 'an area', TextArea],
    ['drop', 'an area', TextArea],
  ] as const)('by %s stay out of %s, on the screen, with their sentence', async (way, _name, part) => {
    putHeld(<Kept part={part} />);
    const field = document.querySelector<HTMLInputElement>('.entry');
    const event = comeIn[way](huge);
    const began = performance.now();
    field?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await expect.element(page.getByRole('alert')).toHaveTextContent(words('error.heldBack'));
    await rendered();
    expect(performance.now() - began).toBeLessThan(1500);
    expect(field?.value).toBe('as it was');
    expect(document.querySelector('.held-back')?.textContent === huge).toBe(true);
    field?.focus();
    field?.setSelectionRange(9, 9);
    await userEvent.keyboard(', and on');
    expect(field?.value).toBe('as it was, and on');
    await page.getByRole('button', { name: 'Take it away' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(field?.value).toBe('as it was, and on');
  });

  test('what is only too long goes into the field, to be shortened there', () => {
    putHeld(<Kept part={Field} />);
    const event = comeIn.paste('x'.repeat(19_000));
    document.querySelector('.entry')?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  test('in pieces they are the same text, and no character is split', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '👩‍👧', 'ő'), maxLength: 400 });
    fc.assert(
      fc.property(text, (one) => {
        const pieces = inPieces(one, 10);
        expect(pieces.join('')).toBe(one);
        expect(pieces.filter((piece) => /\p{Surrogate}/u.test(piece))).toEqual([]);
      }),
    );
  });

  test('without any break are in pieces at once', () => {
    const began = performance.now();
    expect(inPieces('x'.repeat(5_000_000))).toHaveLength(1250);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
