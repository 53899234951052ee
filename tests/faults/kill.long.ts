import { test } from '@playwright/test';
import { surviveStorm } from '../support/storm.ts';

for (const backend of ['leveldb', 'sqlite'] as const) {
  test(`nothing is lost or torn over a hundred kills and twenty thousand writes (${backend})`, async () => {
    await surviveStorm({ backend, writes: 20_000, kills: 100 });
  });
}
