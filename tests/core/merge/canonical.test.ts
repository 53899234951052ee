import { canonicalJson } from '@core/merge/canonical.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { throughJson } from './stamps.ts';

describe('canonical JSON', () => {
  test('sorts names at every depth and leaves lists in their order', () => {
    expect(canonicalJson({ b: [2, 1, { z: null, a: true }], a: 'x' })).toBe('{"a":"x","b":[2,1,{"a":true,"z":null}]}');
  });

  test('spells a lone surrogate so that it survives being written as UTF-8', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  });

  test('is the same for equal values, whatever the order in which they were put together', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        const [one, other] = [throughJson(object), throughJson(turned)] as [typeof object, typeof object];
        expect(canonicalJson(one as never)).toBe(canonicalJson(other as never));
        expect(JSON.parse(canonicalJson(one as never))).toEqual(one);
      }),
    );
  });
});
