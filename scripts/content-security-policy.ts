import type { Plugin } from 'vite';

// What our pages may load and reach. Everything is refused first; each line then allows one thing, from ourselves only.

const strict = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  // A plain string can become neither markup nor a script's address. The one policy, `app`, names our own workers.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app',
};

/** For the manifest: holds on every page of the extension and in its background. */
export const extensionPolicy = write({ ...strict, 'frame-ancestors': "'none'" });

/** For a `<meta>` in the PWA, where `frame-ancestors` would have no effect and the web manifest is a file of its own. */
const pagePolicy = write({ ...strict, 'manifest-src': "'self'" });

/** Hosts that cannot set headers get the policy from the page. */
export const pageContentSecurityPolicy = (): Plugin => withPolicy('page-policy', () => pagePolicy);

/** The new tab and the popup talk to nobody: they read one row and write one. */
export const silentPages = (...names: string[]): Plugin =>
  withPolicy('silent-pages', (path) =>
    names.some((name) => path.split('/').some((part) => part === name || part === `${name}.html`))
      ? "connect-src 'none'"
      : undefined,
  );

/** Build only: the development server adds inline styles and a socket. */
function withPolicy(name: string, policyFor: (path: string) => string | undefined): Plugin {
  return {
    name,
    apply: 'build',
    transformIndexHtml(_html, { path }) {
      const content = policyFor(path);
      if (!content) return [];
      return [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' as const },
      ];
    },
  };
}

function write(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
