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

/**
 * Asks a worker of ours one thing. It ends with its answer, and takes along what it was told. Rejects when it cannot be
 * had: its file is gone, the browser starts none, or there is not the memory.
 */
export function askWorker<Answer>(address: string, question: unknown): Promise<Answer> {
  const worker = new Worker(ownScript(address), { type: 'module' });
  return new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = () => reject(new Error('the worker did not answer'));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
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
