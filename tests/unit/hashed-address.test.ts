import { describe, expect, it } from 'vitest';
import { hashAddress, isAddress } from '@/utils/hashed-address';

describe('a hashed address', () => {
  it('is known again however it is written, and tells nothing else', async () => {
    const hashed = await hashAddress(' Haneul.Kim@Example.org ');
    expect(await isAddress(hashed, 'haneul.kim@example.org')).toBe(true);
    expect(await isAddress(hashed, 'jisoo.park@example.org')).toBe(false);
    expect(JSON.stringify(hashed)).not.toMatch(/haneul|example/i);
  });

  it('differs from browser to browser', async () => {
    const [one, other] = [await hashAddress('a@example.org'), await hashAddress('a@example.org')];
    expect(one.hash).not.toBe(other.hash);
  });
});
