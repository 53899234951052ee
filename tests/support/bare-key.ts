import type { BrowserContext } from '@playwright/test';

/** The vault key as it lies on the disk of an origin without a lock, read past the product. */
export async function keyOnDisk(context: BrowserContext, origin: string): Promise<Uint8Array> {
  const page = await context.newPage();
  await page.goto(`${origin}/blank.html`);
  const bytes = await page.evaluate(async () => {
    const buckets = (navigator as never as Buckets).storageBuckets;
    const { indexedDB } = await buckets.open('main');
    const header = await new Promise<{ key: ArrayBuffer }>((resolve, reject) => {
      const opening = indexedDB.open('main');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('meta').objectStore('meta').get('header');
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result);
        };
      };
    });
    return [...new Uint8Array(header.key)];
  });
  await page.close();
  return Uint8Array.from(bytes);
}

interface Buckets {
  storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> };
}
