import { describe, expect, it } from 'vitest';
import { hashAddress, isAddress, isAddressLike, ownersOf } from '@/utils/hashed-address';

describe('a hashed address', () => {
  it('is known again however it is written, and tells nothing else', async () => {
    const hashed = await hashAddress(' Haneul.Kim@Example.org ');
    expect(await isAddress(hashed, 'haneul.kim@example.org')).toBe(true);
    expect(await isAddress(hashed, 'jisoo.park@example.org')).toBe(false);
    expect(JSON.stringify(hashed)).not.toMatch(/haneul|example/i);
  });

  it('is the same in both ways that Unicode has for a Korean syllable', async () => {
    const hashed = await hashAddress('하늘@example.org');
    expect(await isAddress(hashed, '하늘@example.org'.normalize('NFD'))).toBe(true);
  });

  it('differs each time', async () => {
    const [one, other] = [await hashAddress('a@example.org'), await hashAddress('a@example.org')];
    expect(one.hash).not.toBe(other.hash);
  });

  // PBKDF2-HMAC-SHA-256 over these bytes with 600,000 rounds, from Python's hashlib.
  it('is what another implementation makes of it', async () => {
    const { hash } = await hashAddress('a@example.org', 'AAECAwQFBgcICQoLDA0ODw==');
    expect(hash).toBe('16G4kn/PDEeYBvyKuDvHnf5JNRJHLEOK1dqsZyADCeA=');
  });
});

describe('whose address it is', () => {
  it('all that have it are found, and those without any are none', async () => {
    const [own, work] = [await hashAddress('a@example.org'), await hashAddress('b@example.org')];
    const owners = [
      { name: 'one', addresses: [work, own] },
      { name: 'two' },
      { name: 'three', addresses: [await hashAddress('A@example.org')] },
    ];
    expect((await ownersOf(owners, 'a@example.org')).map(({ name }) => name)).toEqual(['one', 'three']);
    expect(await ownersOf(owners, 'c@example.org')).toEqual([]);
  });
});

describe('what is worth hashing', () => {
  it.each(['a@b', ' haneul.kim@example.org ', '하늘@예시.한국', '"odd"@example.org'])('%s', (text) =>
    expect(isAddressLike(text)).toBe(true),
  );
  it.each(['', 'a', 'a@', '@b', 'a b@c', 'a@b@c', `${'a'.repeat(400)}@b`])('not %s', (text) =>
    expect(isAddressLike(text)).toBe(false),
  );
});
