// Put into a copy of what is built, as a page's own script: code that a test hands in over the debugger is not held to the
// policy of the page. Each probe tries one thing that must fail, and writes down how it ended.

const { elsewhere } = document.querySelector('script[data-elsewhere]').dataset;
const ended = { 'inline script': globalThis.pwnedInline ? 'ran' : 'refused' };

function attempt(name, act) {
  try {
    const answer = act();
    ended[name] = globalThis.pwned ? 'ran' : `allowed: ${typeof answer}`;
  } catch (error) {
    ended[name] = `refused: ${error.name}`;
  }
  delete globalThis.pwned;
}

const code = 'globalThis.pwned = 1';
const make = (name) => document.createElement(name);

// Text as code
attempt('eval', () => Reflect.get(globalThis, 'eval')(code));
attempt('Function', () => Function(code)());
attempt('timer', () => setTimeout(code, 0));
attempt('script text', () => {
  const script = make('script');
  script.text = code;
  document.head.append(script);
});
attempt('handler as text', () => document.body.setAttribute('onclick', code));
attempt('script address', () => {
  make('script').src = `${elsewhere}x.js`;
});
attempt('worker from elsewhere', () => new Worker(`${elsewhere}x.js`));
attempt('worker from a text', () => new Worker(`data:text/javascript,${code}`));
attempt('worker of our own that nobody named', () => new Worker('probe.js'));
attempt('second policy', () => trustedTypes.createPolicy('mine', { createHTML: (text) => text }));
attempt('default policy', () => trustedTypes.createPolicy('default', { createScript: (text) => text }));

attempt('plug-in', () => {
  make('embed').src = `${elsewhere}x`;
});

// Text as markup
attempt('innerHTML', () => {
  make('div').innerHTML = '<b>x</b>';
});
attempt('outerHTML', () => {
  document.body.appendChild(make('div')).outerHTML = '<b>x</b>';
});
attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'));
attempt('document.write', () => document.write('<b>x</b>'));
attempt('srcdoc', () => {
  make('iframe').srcdoc = '<b>x</b>';
});
attempt('parser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html'));
attempt('range', () => document.createRange().createContextualFragment('<b>x</b>'));

// What the page itself says
attempt('base', () => {
  const base = make('base');
  base.href = elsewhere;
  document.head.append(base);
  const moved = new URL('x', document.baseURI).href.startsWith(elsewhere);
  base.remove();
  if (!moved) throw new DOMException('', 'unmoved');
});
const styled = make('div');
styled.setAttribute('style', 'position: fixed');
document.body.append(styled);
ended['inline style'] = getComputedStyle(styled).position === 'fixed' ? 'allowed' : 'refused';

// Words to another host: whether any arrived is for the host to say.
for (const [name, address] of [
  ['img', 'x.png'],
  ['iframe', ''],
  ['video', 'x.mp4'],
]) {
  const element = make(name);
  element.src = elsewhere + address;
  document.body.append(element);
}
for (const relation of ['stylesheet', 'icon', 'preload', 'prefetch', 'manifest']) {
  const link = make('link');
  Object.assign(link, { rel: relation, href: `${elsewhere}x`, as: 'image' });
  document.head.append(link);
}
const form = make('form');
Object.assign(form, { action: elsewhere, method: 'post', target: 'nowhere' });
document.body.append(form);
form.submit();
navigator.sendBeacon(elsewhere, 'x');
const end = (name, won) => (ended[name] = won);
const socket = new WebSocket(elsewhere.replace('http', 'ws'));
socket.onopen = () => end('socket', 'allowed');
socket.onerror = () => end('socket', 'refused');
await fetch(elsewhere, { mode: 'no-cors' }).then(
  () => end('fetch', 'allowed'),
  () => end('fetch', 'refused'),
);
await new Promise((done) => setTimeout(done, 1000));
ended['inline handler'] = globalThis.pwnedHandler ? 'ran' : 'refused';
ended['anything later'] = globalThis.pwned ? 'ran' : 'refused';
globalThis.probed = ended;
