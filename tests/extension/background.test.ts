import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../extension/entrypoints/background/index.ts';
import { extensionKeyPlace } from '../../extension/platform/key-place.ts';

let press: (name: string) => Promise<void>;

beforeEach(() => {
  fakeBrowser.reset();
  // The fake has no commands.
  vi.spyOn(browser.commands.onCommand, 'addListener').mockImplementation((listener) => {
    press = (name) => (listener as unknown as (name: string) => Promise<void>)(name);
  });
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

describe('the lock', () => {
  const key = 'k'.repeat(43);
  const hold = (minutes: number) =>
    extensionKeyPlace.write({ generation: 'g', key, since: Date.now(), until: Date.now() + minutes * 60_000 });
  /** The words that pages hear. */
  const listen = () => {
    const heard: unknown[] = [];
    const channel = new BroadcastChannel('notices');
    channel.onmessage = ({ data }) => heard.push(data);
    return { heard, stop: () => channel.close() };
  };
  const alarm = async () => (await browser.alarms.get('lock'))?.scheduledTime;
  const wake = (name: string) =>
    fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: Date.now(), persistAcrossSessions: true });

  beforeEach(() => {
    background.main();
  });
  test('an alarm stands for as long as the key is held, at the end of its time', async () => {
    await hold(10);
    await expect.poll(alarm).toBeGreaterThan(Date.now() + 9 * 60_000);
    await hold(20);
    await expect.poll(alarm).toBeGreaterThan(Date.now() + 19 * 60_000);
    await extensionKeyPlace.clear();
    await expect.poll(alarm).toBeUndefined();
  });

  test('when its time is over the key is taken away and every page is told, also if none is open', async () => {
    const { heard, stop } = listen();
    await hold(0);
    await wake('lock');
    expect(await extensionKeyPlace.read()).toBeUndefined();
    await expect.poll(() => heard).toEqual(['reload']);
    stop();
  });

  test('an alarm that comes too early is set anew', async () => {
    await hold(10);
    await browser.alarms.clear('lock');
    await wake('lock');
    expect(await extensionKeyPlace.read()).toBeDefined();
    expect(await alarm()).toBeGreaterThan(Date.now());
  });

  test('an alarm of another name is not meant', async () => {
    await hold(0);
    await wake('other');
    expect(await extensionKeyPlace.read()).toBeDefined();
  });

  test('the command locks', async () => {
    await hold(10);
    await press('other');
    expect(await extensionKeyPlace.read()).toBeDefined();
    await press('lock');
    expect(await extensionKeyPlace.read()).toBeUndefined();
  });

  test('without a lock the command does nothing, not even to the pages', async () => {
    const { heard, stop } = listen();
    await press('lock');
    await new Promise((done) => setTimeout(done, 20));
    expect(heard).toEqual([]);
    stop();
  });
});
