// A secret that does not print itself: not in logs, not in JSON, not in an error that quotes its arguments.

const secrets = new WeakMap<object, unknown>();

export interface Redacted<Secret> {
  readonly redacted: true;
  /** Never present: it only ties the type of the secret to the wrapper. */
  readonly secret?: Secret;
}

export function redact<Secret>(secret: Secret): Redacted<Secret> {
  const wrapper: Redacted<Secret> = Object.freeze({ redacted: true, toString: () => '<redacted>' });
  secrets.set(wrapper, secret);
  return wrapper;
}

/** The secret itself. Call it where it is used, and keep what it answers in no field. */
export function reveal<Secret>(wrapper: Redacted<Secret>): Secret {
  return secrets.get(wrapper) as Secret;
}
