import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '@/utils/base64';

describe('base64', () => {
  it.each([0, 1, 2, 3, 24_572, 24_573, 24_574, 1_000_000])('carries %i bytes there and back', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    const text = toBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64'));
    expect(Buffer.from(fromBase64(text)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('throws for what is no Base64', () => expect(() => fromBase64('%%%')).toThrow());
});
