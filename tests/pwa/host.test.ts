import { readdirSync, readFileSync } from 'node:fs';
import { ownScript } from '@app/own-scripts.ts';
import { version } from '@app/version.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchInstall } from '../../pwa/src/install.ts';
import { webWitness } from '../../pwa/src/witness.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const testimony = { vault: 'v', seq: 3, hash: 'h' };

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('the version that is shown is the one of the package', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({ version });
});

describe('the witness', () => {
  test('says what it was told', async () => {
    await webWitness.write(testimony);
    expect(await webWitness.read()).toEqual(testimony);
  });

  test.each(['', 'null', '{"vault":1}', '{', '[]', '{"vault":"v","seq":1e400,"hash":"h"}'])(
    'says nothing when what lies there is %s',
    async (stored) => {
      localStorage.setItem('witness', stored);
      expect(await webWitness.read()).toBeUndefined();
    },
  );

  test('put aside, is kept beside the earlier ones', async () => {
    await webWitness.write(testimony);
    await webWitness.retire();
    await webWitness.write({ ...testimony, vault: 'w' });
    await webWitness.retire();
    expect(await webWitness.read()).toBeUndefined();
    expect(JSON.parse(localStorage.getItem('earlier') ?? '')).toMatchObject([{ vault: 'v' }, { vault: 'w' }]);
  });
});

describe('a script address', () => {
  test('goes through the one policy, which knows our own files and nothing else', async () => {
    const made: { name: string; rules: { createScriptURL(wish: string): string } }[] = [];
    const createPolicy = (name: string, rules: { createScriptURL(wish: string): string }) => {
      made.push({ name, rules });
      return rules;
    };
    vi.stubGlobal('trustedTypes', { createPolicy });
    vi.resetModules();
    const { ownScript } = await import('@app/own-scripts.ts');
    expect(ownScript('./sw.js')).toBe(new URL('./sw.js', location.href).href);
    expect(made[0]?.name).toBe('app');
    expect(ownScript('/assets/kdf-worker-1.js')).toContain('/assets/kdf-worker-1.js');
    expect(made).toHaveLength(1); // a second one would be refused by the page's policy
    for (const foreign of [
      'https://example.org/x.js',
      'data:text/javascript,1',
      'blob:http://localhost:3000/1',
      '//x.example/',
    ]) {
      expect(() => ownScript(foreign), foreign).toThrow(TypeError);
    }
  });

  test('works where the browser knows no Trusted Types', () => {
    expect(ownScript('./sw.js')).toBe(new URL('./sw.js', location.href).href);
  });
});

describe('installing', () => {
  test('keeps the browser’s question until the person asks, and asks it once', async () => {
    const offer = watchInstall();
    expect(offer.value).toBeUndefined();
    const prompt = vi.fn(async () => ({ outcome: 'accepted' }));
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
    window.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(prompt).not.toHaveBeenCalled();
    if (offer.value?.type === 'button') await offer.value.install();
    expect(prompt).toHaveBeenCalledTimes(1);
    expect(offer.value).toBeUndefined();
  });

  test('on an iPhone shows steps, and nothing once it is installed', () => {
    vi.stubGlobal('navigator', { standalone: false });
    expect(watchInstall().value).toEqual({ type: 'shareSheet' });
    vi.stubGlobal('navigator', { standalone: true });
    expect(watchInstall().value).toBeUndefined();
  });
});

describe('the web manifest', () => {
  const manifest = JSON.parse(read('pwa/public/manifest.webmanifest'));

  test('has all that an app of its own needs, and a short neutral name', () => {
    expect(manifest).toMatchObject({ id: '/kept', name: 'Kept', short_name: 'Kept', display: 'standalone' });
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    expect(manifest.shortcuts.length).toBeLessThanOrEqual(4);
    const icons = manifest.icons.map(({ sizes, purpose }: { sizes: string; purpose: string }) => `${sizes} ${purpose}`);
    expect(icons).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
    const forms = manifest.screenshots.map((shot: { form_factor: string }) => shot.form_factor);
    expect(forms).toEqual(['narrow', 'wide']);
  });

  test('names screenshots that are there, in their real sizes', () => {
    for (const { src, sizes } of manifest.screenshots as { src: string; sizes: string }[]) {
      const png = readFileSync(`pwa/public/${src}`);
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });

  test('takes nobody anywhere but to a page that exists', () => {
    const router = read('shared/app/router.ts');
    for (const { url } of manifest.shortcuts as { url: string }[])
      expect(router).toContain(`'${url.replace('./#/', '')}'`);
  });

  test('lies beside a page to leave to and a file for robots, without which the host would answer with the app', () => {
    expect(readdirSync('pwa/public')).toEqual(expect.arrayContaining(['blank.html', 'robots.txt', 'theme.js']));
  });
});
