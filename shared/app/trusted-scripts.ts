// The one Trusted Types policy: which of our own files may be started as scripts. Everything else is refused.

interface Policy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/** An address that `new Worker` and `serviceWorker.register` take: of this origin, and named so in the code. */
export function scriptAddress(address: string): string {
  policy ??= makePolicy();
  return policy.createScriptURL(address);
}

function makePolicy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules: Policy = {
    createScriptURL(wish) {
      const url = new URL(wish, location.href);
      if (url.origin !== location.origin || !known.test(url.pathname)) {
        throw new TypeError('This script is none of ours.');
      }
      return url.href;
    },
  };
  return trustedTypes?.createPolicy('app', rules) ?? rules;
}

/** The service worker, and the workers that the build names `…-worker-<hash>.js`. */
const known = /\/(?:sw\.js|[\w-]+-worker(?:-[\w-]+)?\.(?:js|ts))$/;
