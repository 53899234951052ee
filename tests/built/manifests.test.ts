import { describe, expect, test } from 'vitest';
import { readJson } from '../architecture/tree.ts';
import { builtFiles, extensions } from './dist.ts';

interface Messages {
  extensionName: { message: string };
  extensionDescription: { message: string };
}

describe.each(['chrome', 'firefox'])('the %s extension', (browser) => {
  // A permission, a policy or a page that appears here is a decision: change the golden file together with its reason.
  test('has exactly the manifest that was agreed on', () => {
    const { version } = readJson<{ version: string }>('package.json');
    const agreed = readJson<object>(`tests/architecture/golden/${browser}.json`);
    expect(readJson<object>(`dist/extension/${browser}-mv3/manifest.json`)).toEqual({ ...agreed, version });
  });

  test('has every icon of its manifest', () => {
    const { icons } = readJson<{ icons: Record<string, string> }>(`dist/extension/${browser}-mv3/manifest.json`);
    const drawn = builtFiles([`dist/extension/${browser}-mv3`], '.png');
    expect(Object.keys(icons)).toEqual(['16', '32', '48', '96', '128']);
    expect(Object.values(icons).filter((path) => !drawn.includes(`dist/extension/${browser}-mv3/${path}`))).toEqual([]);
  });
});

test('every language introduces the extension within the limits of the stores', () => {
  const paths = builtFiles(extensions, '/messages.json');
  const texts = paths.map((path) => readJson<Messages>(path));
  const tooLong = texts.filter(
    ({ extensionName, extensionDescription }) =>
      extensionName.message.length > 75 || extensionDescription.message.length > 132,
  );
  expect(tooLong).toEqual([]);
});
