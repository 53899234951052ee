import { test } from '@playwright/test';
import { surviveStorm } from '../support/storm.ts';

for (const backend of ['leveldb', 'sqlite'] as const) {
  test(`nothing that was reported as stored is lost or torn when the browser is killed (${backend})`, async () => {
    test.setTimeout(300_000);
    await surviveStorm({ backend, writes: 2000, kills: 12 });
  });
}
