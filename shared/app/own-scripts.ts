// The one Trusted Types policy: which of our own files may be started as scripts. Everything else is refused.

interface Policy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/** An address that `new Worker` and `serviceWorker.register` take: of this origin, and named so in the code. */
export function ownScript(address: string): string {
  policy ??= makePolicy();
  return policy.createScriptURL(address);
}

function makePolicy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules: Policy = {
    createScriptURL(wish) {
      const url = new URL(wish, location.href);
      // The scheme by itself, because a `blob:` address has the origin of the page that made it.
      const ours = url.protocol === location.protocol && url.origin === location.origin;
      if (!ours || !known.test(url.pathname)) {
        throw new TypeError('This script is none of ours.');
      }
      return url.href;
    },
  };
  return trustedTypes?.createPolicy('app', rules) ?? rules;
}

/** The service worker, and the workers that the build names `…-worker-<hash>.js`. */
const known = /\/(?:sw\.js|[\w-]{1,40}-worker(?:-[\w-]{1,20})?\.(?:js|ts))$/;
