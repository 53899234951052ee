// The one Trusted Types policy: only files of our own place may be started as scripts. Everything else is refused.

interface Policy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

const rules: Policy = {
  createScriptURL(wish) {
    const here = new URL('.', location.href).href;
    if (!new URL(wish, here).href.startsWith(here)) throw new TypeError('This script is none of ours.');
    return wish;
  },
};

/** A page may make it only once. */
const made: { policy?: Policy } = {};

/** An address that the page's policy lets a worker be started from. */
export function ownScript(address: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  made.policy ??= trustedTypes?.createPolicy('app', rules) ?? rules;
  return made.policy.createScriptURL(address);
}
