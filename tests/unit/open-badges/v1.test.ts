import { describe, expect, it } from 'vitest';
import { upgradeAssertion, versionOf } from '@/utils/open-badges/v1';
import { parseAssertion, parseBadgeClass, parseProfile } from '@/utils/open-badges/v2';

const origin = 'https://old.lumen.example';
const oldest = {
  recipient: `sha256$${'ab'.repeat(32)}`,
  salt: 'pepper',
  issued_on: '2012-05-06',
  expires: '2013-05-06',
  evidence: '/work/1',
  badge: {
    version: '0.5.0',
    name: 'Wick Trimmer',
    description: 'Trims wicks.',
    image: '/wick.png',
    criteria: 'wick.html',
    issuer: { origin, name: 'Lumen', org: 'Guild', contact: 'guild@lumen.example' },
  },
};

describe('open-badges/v1 › versions', () => {
  it.each<[string, object, string | null]>([
    ['no context', { recipient: {} }, '1.0'],
    ['no context and a recipient as text', { recipient: 'mira@lumen.example' }, '0.5'],
    ['the context of 1.1', { '@context': 'https://w3id.org/openbadges/v1' }, '1.1'],
    ['the older one', { '@context': 'http://standard.openbadges.org/1.1/context' }, '1.1'],
    ['the context of 2.0', { '@context': 'https://w3id.org/openbadges/v2' }, '2.0'],
    ['the same over http', { '@context': 'http://w3id.org/openbadges/v2' }, '2.0'],
    ['the same where it lies now', { '@context': 'https://openbadgespec.org/v2/context.json' }, '2.0'],
    ['a list', { '@context': ['https://w3id.org/openbadges/v2', 'https://x.example/more'] }, '2.0'],
    [
      'a list, the other way round',
      { '@context': ['https://x.example/more', 'https://w3id.org/openbadges/v2'] },
      '2.0',
    ],
    ['terms written out', { '@context': { obi: 'https://w3id.org/openbadges#' } }, '2.0'],
    ['another context', { '@context': 'https://schema.org/' }, null],
  ])('%s', (_, json, version) => {
    expect(versionOf({ ...json })).toBe(version);
  });
});

describe('open-badges/v1 › 0.5', () => {
  it('reads everything out of one document, addresses against the origin', () => {
    const parsed = parseAssertion(oldest, { url: `${origin}/a/1` });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        version: '0.5',
        id: `${origin}/a/1`,
        evidence: `${origin}/work/1`,
        recipient: [{ type: ['email'], identity: [oldest.recipient], hashed: true, salt: 'pepper' }],
        badge: {
          image: `${origin}/wick.png`,
          criteria: `${origin}/wick.html`,
          issuer: { id: origin, url: origin, name: 'Lumen', email: 'guild@lumen.example' },
        },
      },
    });
    expect(parsed.ok && parsed.value.issuedOn?.at.toISOString()).toBe('2012-05-06T00:00:00.000Z');
    expect(parsed.ok && parsed.value.expires?.at.toISOString()).toBe('2013-05-06T00:00:00.000Z');
  });

  it('knows a plain recipient by its @, and does without a date', () => {
    const { issued_on: _, ...rest } = oldest;
    const parsed = parseAssertion({ ...rest, recipient: 'mira@lumen.example' });
    expect(parsed).toMatchObject({ ok: true, value: { issuedOn: null, recipient: [{ hashed: false }] } });
  });

  it.each<[string, object]>([
    ['a linked badge beside a recipient as text', { ...oldest, badge: `${origin}/b` }],
    ['an issuer without origin', { ...oldest, badge: { ...oldest.badge, issuer: { name: 'Lumen' } } }],
    [
      'an origin that is no web address',
      { ...oldest, badge: { ...oldest.badge, issuer: { origin: 'javascript:1', name: 'L' } } },
    ],
    ['no recipient', { ...oldest, recipient: undefined }],
    [
      'a recipient as text under the context of 1.1',
      { ...oldest, '@context': 'https://w3id.org/openbadges/v1' },
    ],
  ])('refuses %s', (_, json) => {
    expect(parseAssertion(json, { url: `${origin}/a/1` }).ok).toBe(false);
  });
});

describe('open-badges/v1 › 1.0 and 1.1', () => {
  const first = {
    uid: 'k-17',
    recipient: { identity: 'mira@lumen.example', hashed: false, type: 'email' },
    badge: `${origin}/b`,
    issuedOn: 1_425_168_000,
    verify: { type: 'hosted', url: `${origin}/a/2` },
  };

  it('takes the id from the address to verify at', () => {
    expect(parseAssertion(first)).toMatchObject({
      ok: true,
      value: { version: '1.0', id: `${origin}/a/2`, verification: { type: 'hosted', url: `${origin}/a/2` } },
    });
  });

  it('names a signed one by its uid, and takes the key from verify', () => {
    const signed = { ...first, verify: { type: 'signed', url: `${origin}/key` } };
    expect(parseAssertion(signed)).toMatchObject({
      ok: true,
      value: { id: 'urn:uid:k-17', uid: 'k-17', verification: { type: 'signed', creator: `${origin}/key` } },
    });
  });

  it('keeps the id of 1.1', () => {
    const own = {
      ...first,
      '@context': 'https://w3id.org/openbadges/v1',
      id: `${origin}/a/3`,
      type: 'Assertion',
    };
    expect(parseAssertion(own)).toMatchObject({ ok: true, value: { version: '1.1', id: `${origin}/a/3` } });
  });

  it('names class and issuer by their addresses, and alignment as 2.0 does', () => {
    const json = {
      name: 'Wick Trimmer',
      description: 'Trims wicks.',
      image: '/wick.png',
      criteria: `${origin}/criteria`,
      issuer: `${origin}/issuer`,
      alignments: [{ name: 'Fire safety', url: 'https://fire.example/1' }],
    };
    expect(parseBadgeClass(json, { url: `${origin}/b` })).toMatchObject({
      ok: true,
      value: {
        id: `${origin}/b`,
        alignment: [{ targetName: 'Fire safety', targetUrl: 'https://fire.example/1' }],
      },
    });
    // Neither e-mail nor address: 1.0 had issuers that gave none.
    expect(parseProfile({ name: 'Lumen' }, { url: `${origin}/issuer` })).toMatchObject({
      ok: true,
      value: { id: `${origin}/issuer`, name: 'Lumen' },
    });
  });

  it('refuses a context of another world', () => {
    const { ok } = upgradeAssertion({ ...first, '@context': 'https://schema.org/' }, { url: null });
    expect(ok).toBe(false);
  });
});
