import { describe, expect, it } from 'vitest';
import { parseCredential, type OpenBadgeCredential } from '@/utils/open-badges/v3';
import { contextBadges, contextV1, contextV2, toBadge, type Json } from '../verifiers/mint-credential';

function parse(json: unknown): OpenBadgeCredential {
  const parsed = parseCredential(json);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

const badge = (changed: Json = {}) => toBadge('did:example:lumen', changed);

describe('parseCredential', () => {
  it('reads a badge of data model 2.0', () => {
    expect(parse(badge({ validUntil: '2030-01-01T00:00:00Z' }))).toMatchObject({
      kind: 'badge',
      dataModel: '2.0',
      name: 'Twill Weaving',
      issuer: { id: 'did:example:lumen', name: 'Lumen Weaving School' },
      validFrom: new Date('2024-05-01T00:00:00Z'),
      validUntil: new Date('2030-01-01T00:00:00Z'),
      problems: [],
    });
  });

  it('reads a badge of data model 1.1, and of two dates for the same the stricter', () => {
    const first = badge({
      '@context': [contextV1, contextBadges],
      issuanceDate: '2024-06-01T00:00:00Z',
      expirationDate: '2031-01-01',
      validUntil: '2030-01-01T00:00:00Z',
    });
    expect(parse(first)).toMatchObject({
      dataModel: '1.1',
      validFrom: new Date('2024-06-01T00:00:00Z'),
      validUntil: new Date('2030-01-01T00:00:00Z'),
      problems: [],
    });
  });

  it.each([
    ['a text', 'Twill', 'Twill'],
    ['a language map', { de: 'Köper', en: 'Twill' }, 'Köper'],
    ['a text with a language', { '@value': 'Twill', '@language': 'en' }, 'Twill'],
    ['several of these', [{ '@value': 'Köper', '@language': 'de' }, { '@value': 'Twill' }], 'Köper'],
    ['nothing', undefined, 'The credential'],
    ['a number', 7, 'The credential'],
  ])('takes the name from %s', (_, name, expected) => {
    const credentialSubject = [{ type: 'AchievementSubject', id: 'urn:1', achievement: { name } }];
    expect(parse(badge({ name: 'The credential', credentialSubject })).name).toBe(expected);
  });

  it.each([
    ['VerifiablePresentation', 'presentation'],
    ['ClrCredential', 'clr'],
    ['EndorsementCredential', 'endorsement'],
    ['AchievementCredential', 'badge'],
    ['BitstringStatusListCredential', 'status-list'],
    ['StatusList2021Credential', 'status-list'],
    ['DiplomaCredential', 'other'],
  ])('tells a %s apart', (type, kind) => {
    expect(parse(badge({ type: ['VerifiableCredential', type] })).kind).toBe(kind);
  });

  it.each([null, 17, [], 'text', {}, { type: 'Assertion', '@context': 'https://w3id.org/openbadges/v2' }])(
    'refuses %j: it is no credential',
    (json) => expect(parseCredential(json).ok).toBe(false),
  );
});

/** What leaves a badge without meaning, with the words that tell it. */
const broken: readonly (readonly [string, Json, RegExp])[] = [
  ['another first context', { '@context': [contextBadges, contextV2] }, /does not begin/],
  ['no context', { '@context': undefined }, /does not begin/],
  ['no context of Open Badges', { '@context': [contextV2] }, /no Open Badges/],
  ['a first context that is an object', { '@context': [{}, contextV2, contextBadges] }, /does not begin/],
  ['no VerifiableCredential', { type: 'OpenBadgeCredential' }, /no VerifiableCredential/],
  ['no issuer', { issuer: undefined }, /issuer/],
  ['an issuer without id', { issuer: { name: 'Lumen' } }, /issuer/],
  ['an issuer whose id is no address', { issuer: 'Lumen' }, /issuer/],
  ['no subject', { credentialSubject: undefined }, /credentialSubject/],
  ['an empty subject', { credentialSubject: {} }, /credentialSubject/],
  ['no subjects', { credentialSubject: [] }, /credentialSubject/],
  ['a subject that is text', { credentialSubject: 'Mira' }, /credentialSubject/],
  ['an id that is no text', { id: 17 }, /id is no text/],
  ['evidence that is null', { evidence: null }, /evidence is no object/],
  ['an issuer in a list', { issuer: ['did:example:lumen'] }, /issuer is a list/],
  ['the words of 2.0 in data model 1.1', { '@context': [contextV1, contextBadges] }, /no date of issue/],
  ['no date of issue', { validFrom: undefined }, /no date of issue/],
  ['a date of issue that is none', { validFrom: '1 May' }, /validFrom is no date/],
  ['an end that is none', { validUntil: '2030-02-30T00:00:00Z' }, /validUntil is no date/],
  ['an end that is null', { validUntil: null }, /validUntil is no date/],
  ['a status without type', { credentialStatus: { id: 'urn:1' } }, /credentialStatus/],
  ['a status that is text', { credentialStatus: 'https://lumen.example/status/1' }, /credentialStatus/],
  [
    'an endorsement of nothing',
    {
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { type: 'EndorsementSubject' },
    },
    /endorsement has no id/,
  ],
];

describe('problems of a credential', () => {
  it.each(broken)('%s', (_, changed, expected) => {
    expect(parse(JSON.parse(JSON.stringify(badge(changed)))).problems.join()).toMatch(expected);
  });

  it.each([
    ['an issuer that is only named by its id', { issuer: 'https://lumen.example/issuer' }],
    ['a recipient without id', { credentialSubject: { type: ['AchievementSubject'] } }],
    [
      'contexts of a platform before that of Open Badges',
      { '@context': [contextV2, 'https://platform.example/v1', contextBadges] },
    ],
    [
      'an earlier context',
      { '@context': [contextV2, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'] },
    ],
    ['a type that is one text', { type: ['VerifiableCredential', 'AchievementCredential'] }],
  ])('%s is none', (_, changed) => {
    expect(parse(badge(changed)).problems).toEqual([]);
  });

  it('are not looked for in what only holds credentials', () => {
    expect(parse({ type: 'VerifiablePresentation', '@context': contextV2 }).problems).toEqual([]);
  });
});
