// The new tab and the popup in a page of the browser under test, from their own HTML.

import { keepShowing, type Seen } from '@app/face/keep-showing.ts';
import { WordsContext } from '@ui/words.ts';
import { render } from 'preact';
import { paintPromise } from '../../extension/entrypoints/newtab/first-sight.ts';
import newTabHtml from '../../extension/entrypoints/newtab/index.html?raw';
import { live } from '../../extension/entrypoints/newtab/live.tsx';
import popupHtml from '../../extension/entrypoints/popup/index.html?raw';
import { Popup } from '../../extension/entrypoints/popup/popup.tsx';
import '@ui/base.css';
import '@ui/parts/field.css';
import '../../extension/entrypoints/newtab/newtab.css';
import '../../extension/entrypoints/popup/popup.css';
import { type FaceScene, type FakeFace, fakeFace, thursday, thursdayClock, words } from './fake-face.ts';

export { newTabHtml, popupHtml };

/** The body of the page as it is shipped, without its scripts. */
export function putShell(html: string): void {
  const shell = new DOMParser().parseFromString(html, 'text/html').body;
  for (const script of shell.querySelectorAll('script')) script.remove();
  // The test page brings a style for `body` outside of any layer, which would win over ours.
  for (const style of document.querySelectorAll('style:not([data-vite-dev-id])')) style.remove();
  document.body.className = shell.className;
  document.body.replaceChildren(...shell.children);
}

export async function openNewTab(scene: FaceScene = {}): Promise<FakeFace & { readonly root: Element }> {
  putShell(newTabHtml);
  const face = await fakeFace(scene);
  const root = need('#face');
  const sight = await face.source.read(thursday);
  if (sight.type === 'today') paintPromise(root, sight.today, thursday, words);
  live({ root, seen: { sight, day: thursday }, source: face.source, clock: thursdayClock, words });
  await new Promise(requestAnimationFrame);
  return { ...face, root };
}

export async function openPopup(
  scene: FaceScene = {},
  typed = '',
): Promise<FakeFace & { readonly isClosed: () => boolean; readonly input: HTMLInputElement }> {
  putShell(popupHtml);
  const shellInput = need<HTMLInputElement>('#popup input');
  shellInput.value = typed;
  const face = await fakeFace(scene);
  let closed = false;
  const close = () => {
    closed = true;
  };
  const show = (seen?: Seen) =>
    render(
      <WordsContext.Provider value={words}>
        <Popup seen={seen} day={thursday} clock={thursdayClock} source={face.source} {...{ typed, refresh, close }} />
      </WordsContext.Provider>,
      need('#popup'),
    );
  const refresh = keepShowing({ source: face.source, clock: thursdayClock, show });
  show();
  await refresh();
  return { ...face, isClosed: () => closed, input: shellInput };
}

export function need<Found extends Element = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`Nothing on the page matches ${selector}.`);
  return found;
}

/** What a person sees, as text. */
export const seen = (): string => document.body.innerText;
