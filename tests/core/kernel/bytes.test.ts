import { base64Url, fromBase64Url, textOf, utf8 } from '@core/kernel/bytes.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('bytes come back from base64url, which has no character that a file name or an address minds', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = base64Url(new Uint8Array(bytes));
      expect(text).toMatch(/^[\w-]*$/);
      expect([...fromBase64Url(text)]).toEqual([...bytes]);
    }),
  );
});

test('text comes back from its bytes, and bytes that are no text are refused', () => {
  expect(textOf(utf8('ő 日本語 🎉 שלום'))).toBe('ő 日本語 🎉 שלום');
  expect(() => textOf(new Uint8Array([0xc3, 0x28]))).toThrow(TypeError);
});
