import { sayShell } from '@app/face/say-shell.ts';
import { expect, test } from 'vitest';
import { paintPromise } from '../../../extension/entrypoints/newtab/first-sight.ts';
import { newTabHtml, openNewTab, popupHtml, putShell } from '../../support/face-page.tsx';
import type { FaceScene } from '../../support/fake-face.ts';
import { fakeFace, home, question, thursday, words } from '../../support/fake-face.ts';

/** The first sight alone, without what takes it over. */
async function paint(scene: FaceScene) {
  const face = await fakeFace(scene);
  const sight = await face.source.read(thursday);
  const root = document.createElement('main');
  const isPainted = sight.type === 'today' && paintPromise(root, sight.today, thursday, words);
  return { root, isPainted };
}

const scenes: Record<string, FaceScene> = {
  'own words': { promises: [home] },
  'a time that the words do not say': { promises: [{ dueTime: '19:00' }] },
  'discreet words': { promises: [home], settings: { glance: 'discreet' } },
  'a discreet wording of their own': { promises: [question], settings: { glance: 'discreet' } },
  'an if-then': { promises: [{ form: 'ifThen', ifText: 'I am late', thenText: 'call', text: 'call' }] },
  'text that looks like markup': { promises: [{ text: '<img src=x onerror=alert(1)> &amp; ]]>' }] },
};

test.each(Object.entries(scenes))('what is painted first is what takes over: %s', async (_name, scene) => {
  const { root: first } = await paint(scene);
  const { root: live } = await openNewTab(scene);
  expect(live.innerHTML).toBe(first.innerHTML);
});

test('the elements stay the same ones, so that a focus or a press is not lost on the way', async () => {
  const { root } = await openNewTab();
  const before = root.querySelector('.answers button');
  await new Promise(requestAnimationFrame);
  expect(root.querySelector('.answers button')).toBe(before);
  expect(root.querySelectorAll('.sheet')).toHaveLength(1);
});

test.each([
  ['new tab', newTabHtml],
  ['popup', popupHtml],
])('the HTML of the %s says in English what the words say', (_name, html) => {
  putShell(html);
  const before = document.body.innerHTML;
  sayShell(words);
  expect(document.body.innerHTML).toBe(before);
  expect(document.querySelector('label')?.textContent ?? words('moment.winAsk')).toBe(words('moment.winAsk'));
});

test('in discreet words no word of the person is on the page', async () => {
  const { root } = await paint({ promises: [home], settings: { glance: 'discreet' } });
  expect(root.textContent).not.toContain('Home');
  expect(root.innerHTML).not.toContain('18:30');
  expect(root.querySelector('h2')?.textContent).toBe('Your note for today');
});

test('hidden, answered or nothing due: there is nothing to paint first', async () => {
  expect((await paint({ settings: { glance: 'hidden' } })).isPainted).toBe(false);
  expect((await paint({ promises: [] })).isPainted).toBe(false);
});

test('what a person wrote is text, never markup', async () => {
  const { root } = await paint({ promises: [{ text: '<b>bold</b>' }] });
  expect(root.querySelector('h2')?.textContent).toBe('<b>bold</b>');
  expect(root.querySelector('b')).toBeNull();
});
