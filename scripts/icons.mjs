// Draws the icons of the PWA from shared/ui/icon.svg into pwa/public/icons, before a build. Nothing of it is kept in git.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { generateAssets } from '@vite-pwa/assets-generator/api/generate-assets';
import { instructions } from '@vite-pwa/assets-generator/api/instructions';
import { minimal2023Preset } from '@vite-pwa/assets-generator/presets/minimal-2023';

const source = resolve(import.meta.dirname, '../shared/ui/icon.svg');
const folder = resolve(import.meta.dirname, '../pwa/public/icons');

const image = readFileSync(source);
// Launchers cut a maskable icon to their own shape, so its ground runs to the edge in the colour of the drawing's own.
const ground = /<rect[^>]+fill="(#[0-9a-f]{6})"/.exec(image.toString())?.[1];
if (!ground) throw new Error(`${source} must begin with a <rect> of one colour, as the ground of the maskable icon.`);
const onGround = { padding: 0.1, resizeOptions: { fit: 'contain', background: ground } };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const assets = await instructions({
  imageResolver: () => image,
  imageName: 'icon.svg',
  resolveSvgName: (name) => name,
  basePath: './',
  htmlLinks: { xhtml: false, includeId: false }, // the page names its icons itself
  preset: {
    ...minimal2023Preset,
    maskable: { ...minimal2023Preset.maskable, ...onGround },
    apple: { ...minimal2023Preset.apple, ...onGround },
  },
});
await generateAssets(assets, true, folder);
copyFileSync(source, resolve(folder, 'icon.svg'));
