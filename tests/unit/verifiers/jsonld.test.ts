import { describe, expect, it } from 'vitest';
import { canonize } from '@/utils/verifiers/jsonld';
import { context2020, contextBadges, contextV2, toBadge, toQuads, type Json } from './mint-credential';

const complete = toBadge('did:example:lumen', {
  '@context': [contextV2, contextBadges, context2020],
  name: { '@value': 'Weben', '@language': 'de', '@direction': 'ltr' },
  evidence: [{ id: 'https://lumen.example/evidence/1', type: ['Evidence'], name: 'Cloth', genre: 'Photo' }],
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: false,
        identityHash: 'mira@lumen.example',
        identityType: 'emailAddress',
      },
    ],
    result: [
      { type: ['Result'], value: 'A' },
      { type: ['Result'], value: 'A' },
      { type: ['Result'], resultDescription: 'urn:r:1', achievedLevel: 'urn:l:1' },
    ],
    achievement: {
      id: 'https://lumen.example/achievements/twill',
      type: ['Achievement'],
      name: 'Twill',
      criteria: { narrative: 'Weave' },
      image: { id: 'https://lumen.example/twill.png', type: 'Image', caption: 'Twill' },
      creator: {
        id: 'https://lumen.example',
        type: ['Profile'],
        address: { type: ['Address'], addressCountry: 'KR' },
      },
      resultDescription: [
        {
          id: 'urn:r:1',
          type: ['ResultDescription'],
          name: 'Tension',
          resultType: 'Status',
          allowedValue: ['A', 'B'],
        },
      ],
      alignment: [
        { type: ['Alignment'], targetName: 'Weaving', targetUrl: 'https://lumen.example/skills/1' },
      ],
    },
  },
});

describe('jsonld', () => {
  it('gives the same statements as jsonld without our memory of contexts, first and again', async () => {
    const { name: _, ...plain } = complete;
    const expected = await toQuads(plain);
    for (let round = 0; round < 3; round++) {
      expect(await canonize(structuredClone(plain))).toEqual({ kind: 'canonical', quads: expected });
    }
    expect(expected).toContain('https://schema.org/targetName');
  });

  it('does not take what one document defines for what another says', async () => {
    const own = {
      '@context': [contextV2, { motto: 'https://lumen.example/motto' }],
      id: 'urn:1',
      motto: 'Warp',
    };
    const other = { '@context': [contextV2], id: 'urn:1', motto: 'Warp' };
    expect(await canonize(own)).toMatchObject({ kind: 'canonical' });
    expect(await canonize(other)).toEqual({ kind: 'unsafe', reason: 'invalid property: motto' });
    const changed = {
      '@context': [contextV2, { motto: 'https://lumen.example/other' }],
      id: 'urn:1',
      motto: 'Warp',
    };
    expect(await canonize(changed)).toMatchObject({ quads: expect.stringContaining('lumen.example/other') });
  });

  it('keeps protected terms protected, however often they were read before', async () => {
    const document = (): Json => ({
      '@context': [contextV2, contextBadges, { name: 'urn:name' }],
      id: 'urn:1',
      name: 'A',
    });
    for (let round = 0; round < 2; round++) {
      expect(await canonize(document())).toEqual({ kind: 'unsafe', reason: 'protected term redefinition' });
    }
  });

  it('signs the direction of a text with it', async () => {
    const canonical = await canonize(complete);
    expect(canonical).toMatchObject({ quads: expect.stringContaining('https://www.w3.org/ns/i18n#de_ltr') });
  });

  it.each([
    ['a string', 'https://context.example/v1'],
    ['http instead of https', 'http://www.w3.org/ns/credentials/v2'],
    ['a relative address', 'context.json'],
    ['the import of another', { '@version': 1.1, '@import': 'https://context.example/v1' }],
    ['the scope of a term', { thing: { '@id': 'urn:thing', '@context': 'https://context.example/v1' } }],
  ])('names a context that is not bundled: %s', async (_, context) => {
    const address = typeof context === 'string' ? context : 'https://context.example/v1';
    const document = { '@context': [contextV2, context], id: 'urn:1', type: 'VerifiableCredential' };
    expect(await canonize(document)).toEqual({ kind: 'unknown-context', reason: address });
  });
});

/** Documents that are made to keep a verifier busy, or to break it. */
const hostile: Record<string, () => unknown> = {
  'a thousand levels': () => {
    let inner: Json = {};
    for (let level = 0; level < 1000; level++) inner = { credentialSubject: inner };
    return inner;
  },
  'a hundred thousand values': () => ({ name: Array.from({ length: 100_000 }, (_, index) => `n${index}`) }),
  'nine thousand types': () => ({ type: Array(9000).fill('AchievementSubject') }),
  'nine thousand contexts': () => ({
    '@context': Array.from({ length: 9000 }, (_, index) => `https://w3id.org/security/v${(index % 2) + 1}`),
  }),
  'contexts in every node': () => ({
    credentialSubject: Array.from({ length: 500 }, (_, index) => ({
      '@context': { [`t${index}`]: 'urn:t' },
    })),
  }),
  'a graph to be compared for ever': () => ({
    '@context': [contextV2, 'https://www.w3.org/ns/credentials/examples/v2'],
    credentialSubject: Array.from({ length: 40 }, (_, index) => ({
      id: `_:b${index}`,
      knows: Array.from({ length: 40 }, (_, other) => ({ id: `_:b${other}` })),
    })),
  }),
};

describe('jsonld › hostile documents', () => {
  it.each(Object.entries(hostile))('gives up on %s', async (_, make) => {
    const document = { '@context': [contextV2, contextBadges], id: 'urn:1', ...(make() as Json) };
    expect(await canonize(document)).toMatchObject({ kind: 'excessive' });
  });

  it.each([
    ['members of every object', '{"motto": {"@id": "urn:m"}, "hasOwnProperty": "urn:x"}'],
    ['a context that refers to itself', '{"a": "b:c", "b": "a:c"}'],
    ['a number', '17'],
    ['a list in a list', '[[{"motto": "urn:m"}]]'],
  ])('survives a context with %s', async (_, context) => {
    const text = `{"@context": ["${contextV2}", ${context}], "id": "1", "motto": {"__proto__": {"id": "urn:1"}}}`;
    expect(await canonize(JSON.parse(text) as Json)).toMatchObject({ kind: 'unsafe' });
  });
});
