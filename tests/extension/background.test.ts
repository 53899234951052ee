import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../extension/entrypoints/background/index.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

const installed = (reason: 'install' | 'update') =>
  fakeBrowser.runtime.onInstalled.trigger({ reason } as Parameters<typeof fakeBrowser.runtime.onInstalled.trigger>[0]);

test('after installation one welcome page opens, after an update none', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  background.main();
  await installed('update');
  expect(create).not.toHaveBeenCalled();
  await installed('install');
  expect(create).toHaveBeenCalledTimes(1);
  expect(create.mock.calls[0]?.[0]?.url).toMatch(/\/journal\.html#\/start$/);
});
