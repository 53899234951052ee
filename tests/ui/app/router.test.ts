import { createRouter, type Router } from '@app/router.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let router: Router;
beforeEach(() => {
  history.replaceState(null, '', '#/today');
  router = createRouter();
});
afterEach(() => router.stop());

const arrived = (name: string) => expect.poll(() => [router.page.value, location.hash]).toEqual([name, `#/${name}`]);

describe('the router', () => {
  test('follows addresses, and goes back by the browser', async () => {
    router.go('promises');
    await arrived('promises');
    router.go('promises/one');
    await arrived('promises/one');
    history.back();
    await arrived('promises');
  });

  test('closing a page goes back the way one came, and leaves no second copy of the list behind', async () => {
    router.go('journal');
    await arrived('journal');
    router.go('journal/write');
    await arrived('journal/write');
    router.close('journal');
    await arrived('journal');
    history.back();
    await arrived('today');
  });

  test('closing a page that was opened straight away goes to its list', async () => {
    router.stop();
    history.replaceState(null, '', '#/journal/write');
    router = createRouter();
    router.close('journal');
    await arrived('journal');
  });

  test.each(['#/nonsense', '#/promises/8a1c', '#<img src=x>', '#/__proto__', '#/constructor'])(
    'an address that names no page (%s) becomes Today and leaves the history',
    async (address) => {
      location.hash = address;
      await arrived('today');
    },
  );
});
