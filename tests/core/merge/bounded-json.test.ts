import { isPlainObject, isSafeName, jsonLimits, parseJson } from '@core/merge/bounded-json.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const nested = (depth: number): unknown => (depth === 0 ? 'leaf' : [nested(depth - 1)]);

describe('JSON from outside', () => {
  test('comes in as a copy', () => {
    const value = { a: [1, { b: null }], c: 'ő 日本語 🎉', d: false };
    expect(parseJson(value)).toEqual(value);
    expect(parseJson(value)).not.toBe(value);
  });

  test('is taken whole or not at all', () => {
    expect(parseJson([1, 2, undefined])).toBeUndefined();
    expect(parseJson({ good: 1, bad: [() => 1] })).toBeUndefined();
  });

  test('may be 32 deep, not 33, and ten thousand deep does no harm', () => {
    expect(parseJson(nested(32))).toEqual(nested(32));
    expect(parseJson(nested(33))).toBeUndefined();
    expect(parseJson(JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`))).toBeUndefined();
  });

  test('has no text beyond the limit and no endless lists', () => {
    expect(parseJson('a'.repeat(jsonLimits.text))).toHaveLength(jsonLimits.text);
    expect(parseJson('a'.repeat(jsonLimits.text + 1))).toBeUndefined();
    expect(parseJson(new Array(jsonLimits.values).fill(0))).toBeUndefined();
    expect(parseJson(new Array(jsonLimits.values - 1).fill(0))).toHaveLength(jsonLimits.values - 1);
  });

  test('has no numbers that JSON cannot say', () => {
    for (const value of [Number.NaN, JSON.parse('1e400'), JSON.parse('-1e400')])
      expect(parseJson(value)).toBeUndefined();
    expect(Object.is(parseJson(JSON.parse('-0')), 0)).toBe(true);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('has no member called %s at any depth', (name) => {
    expect(parseJson(JSON.parse(`{"${name}":{"polluted":true}}`))).toBeUndefined();
    expect(parseJson(JSON.parse(`{"a":[{"${name}":{"polluted":true}}]}`))).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('has only plain objects', () => {
    for (const value of [new Date(0), new Map(), new (class Own {})(), Symbol('x'), 1n, undefined]) {
      expect(parseJson(value)).toBeUndefined();
    }
    expect(isPlainObject(Object.create(null))).toBe(true);
    expect(isPlainObject(null)).toBe(false);
  });

  test('inherits nothing, so that a member is there only when it is there', () => {
    const parsed = parseJson({});
    expect(isPlainObject(parsed) && parsed['toString']).toBeUndefined();
  });

  test('keeps a lone surrogate in a text, which anybody can paste, but not in a name', () => {
    expect(parseJson('\udfff')).toBe('\udfff');
    expect(isSafeName('tag:\udfff')).toBe(false);
    expect(isSafeName('tag:🎉')).toBe(true);
  });

  test('has names of 1 to 200 units', () => {
    expect(isSafeName('')).toBe(false);
    expect(isSafeName('n'.repeat(200))).toBe(true);
    expect(isSafeName('n'.repeat(201))).toBe(false);
    expect(parseJson({ ['n'.repeat(1_000_000)]: 1 })).toBeUndefined();
  });

  test('never throws, and reading twice changes nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), (value) => {
        const once = parseJson(value);
        if (once !== undefined) expect(parseJson(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
    );
  });
});
