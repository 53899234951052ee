import { expect, test } from 'vitest';
import { areas, filesIn, matches, read } from './tree.ts';

// Rules of the house that a reader would otherwise have to look for by eye.

const code = filesIn(areas, '.ts', '.tsx');
const styles = filesIn(areas, '.css');
const pages = filesIn(areas, '.html');
const markup = [...filesIn(areas, '.tsx'), ...pages];

const rules = {
  ambient:
    /Date\.now\(|new Date\(\s*\)|Math\.random\(|crypto\.(?:randomUUID|getRandomValues)\(|toISOString\(\)\.slice|performance\.now\(/,
  doors:
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|document\.write|\beval\(|new Function\(/,
  inline: /<style\b|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)[^>]*>/i,
  /** A14: ways in which another context could ask something of ours. */
  ears: /\bon(?:Message|Connect)(?:External)?\b|\bsendMessage\(|\.connect\(|addEventListener\(['"]message['"]|\bonmessage\s*=/,
  /** A21: what browsers keep on the disk in clear. */
  traces: /document\.title\b|\bpushState\(|\bsessionStorage\b|replaceState\((?!null,)/,
  /** A37, A38. */
  interruptions: /\bNotification\b|showNotification|pushManager|\.vibrate\(/,
  clipboard: /navigator\.clipboard|execCommand|ClipboardItem|clipboardRead|clipboardWrite/,
  named:
    /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:[^;]*\b(?:white|black|red|gr[ae]y)\b(?!-)|(?<![\w-])\d*\.?\d+(?:px|rem)\b/i,
  dodge:
    /\b(?:test|it|describe|suite|bench)\b(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|only|fixme|fails?|failing)\b|\b(?:ctx|context|info|testInfo)\.(?:skip|fixme|fail)\(|\bx(?:it|test|describe)\(/,
};

const search = (paths: readonly string[], rule: RegExp) =>
  paths.flatMap((path) => matches(path, withoutComments(read(path)), rule));

test('each rule sees a breach of it', () => {
  expect('const at = Date.now();').toMatch(rules.ambient);
  expect('element.innerHTML = text;').toMatch(rules.doors);
  expect('<body style="color: red">').toMatch(rules.inline);
  expect('<script>start()</script>').toMatch(rules.inline);
  for (const value of ['color: #fff', 'color: oklch(50% 0 0)', 'color: white', 'margin: 4px', 'padding: .5rem']) {
    expect(declarationsOf(`#face {\n${value};\n}`)).toMatch(rules.named);
  }
  expect(declarationsOf('#face {\nwhite-space: nowrap;\n}')).not.toMatch(rules.named);
  expect(`test.${'skip'}('…')`).toMatch(rules.dodge);
  for (const ear of ['runtime.onMessage.addListener(', "self.addEventListener('message', ", 'channel.onmessage = ']) {
    expect(ear).toMatch(rules.ears);
  }
  for (const trace of ['document.title = text', 'history.pushState({ text })', 'history.replaceState({ text }, ']) {
    expect(trace).toMatch(rules.traces);
  }
  expect('new Notification(text)').toMatch(rules.interruptions);
  expect('await navigator.clipboard.writeText(code)').toMatch(rules.clipboard);
  expect(openFields('<form><input autocomplete="off" onInput={(e) => e} /><textarea onInput={() => 1}>')).toHaveLength(
    2,
  );
});

test('core takes time, chance and days from the kernel', () => {
  const kernel = ['clock.ts', 'random.ts', 'local-day.ts'].map((name) => `shared/core/kernel/${name}`);
  const rest = filesIn(['shared/core'], '.ts').filter((path) => !kernel.includes(path));
  expect(search(rest, rules.ambient)).toEqual([]);
});

test('nothing turns text into markup or into code', () => {
  expect(search([...code, ...pages], rules.doors)).toEqual([]);
});

test('no browser remembers what is typed into a field', () => {
  const open = markup.flatMap((path) => openFields(withoutComments(read(path))).map((tag) => `${path}: ${tag}`));
  expect(open).toEqual([]);
});

test('A14: nobody is listened to but the notices of our own pages, our workers and the clock of the painting', () => {
  // The service worker is asked by our own page to let a new version take over, and knows no other word.
  const workers = [
    'shared/app/own-scripts.ts',
    'shared/app/lock/kdf-worker.ts',
    'shared/core/exchange/exchange-worker.ts',
  ];
  const known = ['shared/app/face/leave.ts', 'shared/core/store/changed.ts', 'pwa/sw/sw.ts', ...workers];
  const ears = search(code, rules.ears).filter((line) => !known.some((path) => line.startsWith(path)));
  expect(ears.filter((line) => !/painted\.ts:\d+: port1\.onmessage/.test(line))).toEqual([]);
  const manifests = ['chrome', 'firefox'].map((name) => read(`tests/architecture/golden/${name}.json`));
  for (const manifest of manifests) expect(manifest).not.toMatch(/content_scripts|web_accessible_resources|"matches"/);
});

test('A21: titles, the session area and the state of the history hold nothing', () => {
  expect(search(code, rules.traces)).toEqual([]);
});

test('A37: nothing is ever shown outside of our own pages', () => {
  expect(search(code, rules.interruptions)).toEqual([]);
});

test('A38: nothing is copied by itself, and the clipboard is never read', () => {
  // A text that is pasted into a field is handed in by the browser: insertion.ts looks at that one, and at no other.
  expect(search(code, rules.clipboard)).toEqual([]);
  const pasted = search(code, /clipboardData/).map((line) => line.split(':')[0]);
  expect(pasted).toEqual(['shared/ui/parts/insertion.ts']);
});

test('pages carry no inline script and no inline style, which their policy would refuse', () => {
  expect(search(pages, rules.inline)).toEqual([]);
});

test('only tokens.css names a colour or a size', () => {
  const others = styles.filter((path) => path !== 'shared/ui/tokens.css');
  expect(others).toHaveLength(styles.length - 1);
  expect(others.flatMap((path) => matches(path, declarationsOf(withoutComments(read(path))), rules.named))).toEqual([]);
});

test('no test is skipped, focused or expected to fail', () => {
  expect(search(filesIn(['tests'], '.ts', '.tsx', '.mjs'), rules.dodge)).toEqual([]);
});

test('files are short enough to be read', () => {
  const lengths = [...code, ...styles, ...filesIn(['scripts'], '.ts', '.mjs')]
    .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
  const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)]?.lines;
  expect(at(0.5), 'median lines of a file').toBeLessThanOrEqual(80);
  expect(at(0.9), 'lines of all but a tenth of the files').toBeLessThanOrEqual(200);
});

test('every form stands in the one frame for forms', () => {
  const open = filesIn(areas, '.tsx').filter((path) => /<form[\s>]/.test(read(path)));
  expect(open.map((path) => path.replaceAll('\\', '/'))).toEqual([
    expect.stringMatching(/shared\/ui\/parts\/form\.tsx$/),
  ]);
});

/** Opening tags of fields and forms that let the browser remember; attributes may hold code with `>` in it. */
function openFields(text: string): string[] {
  return [...text.matchAll(/<(?:input|textarea|form)(?=[\s/>])/g)]
    .map(({ index }) => {
      let depth = 0;
      for (let end = index; end < text.length; end++) {
        if (text[end] === '{') depth += 1;
        else if (text[end] === '}') depth -= 1;
        else if (text[end] === '>' && depth === 0) return text.slice(index, end + 1);
      }
      return text.slice(index);
    })
    .filter((tag) => !/\sauto[cC]omplete=(?:"off"|'off'|\{'off'\})/.test(tag));
}

/**
 * CSS without what stands before a `{`: a selector may look like a colour, and a media query cannot read a custom
 * property, so its bounds are the one size that has to stand outside of tokens.css.
 */
const declarationsOf = (css: string) => css.replace(/[^;{}]*\{/g, blankLines);

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$|<!--[\s\S]*?-->/gm, blankLines);

function blankLines(text: string): string {
  return text.replace(/[^\n]/g, '');
}
