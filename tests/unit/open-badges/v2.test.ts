import { describe, expect, it } from 'vitest';
import { parseAssertion, parseMoment, parseProfile } from '@/utils/open-badges/v2';

describe('open-badges/v2 › moments', () => {
  it.each([
    ['2024-08-30T22:14:09.000Z', '2024-08-30T22:14:09.000Z'],
    ['2024-08-30T22:14:09', '2024-08-30T22:14:09.000Z'],
    ['2024-08-30T22:14:09+0500', '2024-08-30T17:14:09.000Z'],
    ['2024-08-30T22:14:09.123456789+00:00', '2024-08-30T22:14:09.123Z'],
    ['2024-08-30', '2024-08-30T00:00:00.000Z'],
    [1_725_056_049, '2024-08-30T22:14:09.000Z'],
    ['1725056049', '2024-08-30T22:14:09.000Z'],
    [1_725_056_049_000, '2024-08-30T22:14:09.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
  ])('reads %s', (value, expected) => {
    expect(parseMoment(value)?.toISOString()).toBe(expected);
  });

  it.each(['', 'soon', '2024-13-45', 'Z'])('does not take %s for one', (value) => {
    expect(parseMoment(value)).toBeNull();
  });
});

describe('open-badges/v2 › documents', () => {
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://a.example/1',
    type: ['Assertion', 'extensions:X'],
    badge: 'https://a.example/b',
    issuedOn: '2024-01-01',
    recipient: { type: 'email', hashed: true, identity: 'sha256$00' },
  };

  it('takes a list of types and keeps unknown members out of the way', () => {
    expect(parseAssertion({ ...assertion, surprise: 1 }).ok).toBe(true);
  });

  it.each([
    ['no id', { ...assertion, id: undefined }, /id/],
    ['another type', { ...assertion, type: 'BadgeClass' }, /BadgeClass, not Assertion/],
    ['a date that is none', { ...assertion, issuedOn: 'soon' }, /date/],
    ['a list in its place', [assertion], /Expected/],
  ])('says what is wrong with %s', (_, json, reason) => {
    const parsed = parseAssertion(json);
    expect(parsed.ok ? '' : parsed.reason).toMatch(reason);
  });

  it('takes Issuer and Profile, also by their full names', () => {
    const base = { id: 'https://i.example/', name: 'I' };
    for (const type of ['Issuer', 'Profile', 'https://w3id.org/openbadges#Profile']) {
      expect(parseProfile({ ...base, type }).ok).toBe(true);
    }
  });
});
