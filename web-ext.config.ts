import { defineWebExtConfig } from 'wxt';

// `npm run dev:extension` opens a browser only where there is a screen for one; otherwise it says which folder to load.
const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

export default defineWebExtConfig({ disabled: headless });
