// The one Trusted Types policy: which of our own files may be started as scripts. Everything else is refused.

const known = ['./sw.js'] as const;

interface Policy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** An address that the page's policy lets `serviceWorker.register` take. */
export function scriptAddress(address: (typeof known)[number]): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const rules: Policy = {
    createScriptURL(wish) {
      if (!known.some((one) => one === wish)) throw new TypeError('This script is none of ours.');
      return wish;
    },
  };
  return (trustedTypes?.createPolicy('app', rules) ?? rules).createScriptURL(address);
}
