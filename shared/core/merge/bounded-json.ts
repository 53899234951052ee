// The border for JSON from outside: limits, no names that could reach a prototype, nothing that JSON cannot say.

import type { Json } from '../kernel/record.ts';

/** Text counts UTF-16 units, so a body of 200,000 characters fits even when it is all emoji. */
export const jsonLimits = { depth: 32, text: 400 * 1024, values: 100_000, name: 200, fields: 10_000 } as const;

const dangerousNames = new Set(['__proto__', 'constructor', 'prototype']);
const loneSurrogate = /\p{Surrogate}/u;

/** A fresh copy of `value` when it is JSON within the limits. */
export function parseJson(value: unknown): Json | undefined {
  let left: number = jsonLimits.values;

  function parse(part: unknown, depth: number): Json | undefined {
    left -= 1;
    if (left < 0) return undefined;
    if (part === null || typeof part === 'boolean') return part;
    if (typeof part === 'string') return part.length <= jsonLimits.text ? part : undefined;
    // Sealed bytes can say 1e400 and -0, which do not survive a second trip through JSON.
    if (typeof part === 'number') return Number.isFinite(part) ? part + 0 : undefined;
    if (depth === jsonLimits.depth) return undefined;
    if (Array.isArray(part)) return parseList(part, depth + 1);
    return isPlainObject(part) ? parseMembers(part, depth + 1) : undefined;
  }

  function parseList(list: readonly unknown[], depth: number): Json | undefined {
    const parsed: Json[] = [];
    for (const member of list) {
      const json = parse(member, depth);
      if (json === undefined) return undefined;
      parsed.push(json);
    }
    return parsed;
  }

  function parseMembers(object: object, depth: number): Json | undefined {
    const parsed: Record<string, Json> = Object.create(null);
    for (const [name, member] of Object.entries(object)) {
      const json = isSafeName(name) ? parse(member, depth) : undefined;
      if (json === undefined) return undefined;
      parsed[name] = json;
    }
    return parsed;
  }

  return parse(value, 0);
}

export const isSafeName = (name: string): boolean =>
  name.length > 0 && name.length <= jsonLimits.name && !dangerousNames.has(name) && !loneSurrogate.test(name);

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // An object from another realm has its own Object.prototype, which ends its chain just the same.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
