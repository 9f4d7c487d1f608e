import { describe, expect, it } from 'vitest';
import { parseAssertion, parseBadgeClass } from '@/utils/open-badges/v2';

const lumen = 'https://badges.lumen.example';
const record = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${lumen}/a/1`,
  type: 'Assertion',
  recipient: { type: 'email', hashed: false, identity: 'mira@lumen.example' },
  badge: `${lumen}/c/1`,
  issuedOn: '2024-03-01T10:00:00Z',
  verification: { type: 'hosted' },
};
const badgeClass = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${lumen}/c/1`,
  type: 'BadgeClass',
  name: 'Lamp Maker',
  description: 'Makes lamps.',
  criteria: `${lumen}/criteria`,
  issuer: `${lumen}/issuer`,
};

describe('open-badges/parts › assertion', () => {
  it.each<[string, object]>([
    ['one address', { evidence: `${lumen}/work` }],
    ['an object with a blank node', { evidence: { id: '_:b1', narrative: 'Rocked.' } }],
    ['an object without id', { evidence: { narrative: 'Rocked.' } }],
    ['several', { evidence: [`${lumen}/1`, { id: 'urn:uuid:1', narrative: 'x' }] }],
    ['none', { evidence: [] }],
    ['null', { evidence: null }],
    ['HostedBadge', { verification: { type: 'HostedBadge' } }],
    ['a list of types', { verification: { type: ['HostedBadge'] } }],
    ['no verification', { verification: undefined }],
    ['an extension', { 'extensions:x': { type: ['Extension', 'extensions:X'] }, related: `${lumen}/a/0` }],
    ['no expiry said as text', { expires: '' }],
    [
      'an identity as list',
      { recipient: { type: 'email', hashed: false, identity: ['a@b.example', 'c@b.example'] } },
    ],
  ])('takes %s', (_, fields) => {
    expect(parseAssertion({ ...record, ...fields })).toMatchObject({ ok: true });
  });

  it.each<[string, object, RegExp]>([
    ['evidence that is a number', { evidence: 7 }, /evidence 7/],
    ['evidence that is no address', { evidence: 'see my desk' }, /evidence see my desk/],
    ['an unknown way to verify', { verification: { type: 'ByPhone' } }, /neither hosted nor signed/],
    ['no date of issue', { issuedOn: undefined }, /issuedOn is missing/],
    ['a day that is none', { issuedOn: '2024-02-30' }, /not a date/],
    ['no recipient', { recipient: undefined }, /recipient/],
    ['no badge', { badge: undefined }, /badge/],
    ['no id', { id: undefined }, /id/],
  ])('refuses %s', (_, fields, reason) => {
    const parsed = parseAssertion({ ...record, ...fields });
    expect(parsed.ok ? '' : parsed.reason).toMatch(reason);
  });
});

describe('open-badges/parts › badge class', () => {
  const good = { targetName: 'Fire safety', targetUrl: 'https://fire.example/1' };
  it.each<[string, object]>([
    ['a narrative', { criteria: { narrative: 'Make three.' } }],
    ['an address and a narrative', { criteria: { id: `${lumen}/x`, narrative: 'Make three.' } }],
    ['one alignment', { alignment: good }],
    ['alignments, as Moodle writes it', { alignments: [good] }],
    ['alignment in the words of 1.1', { alignment: { name: 'Fire safety', url: 'https://fire.example/1' } }],
    ['nothing to align', { alignment: [] }],
    ['one tag', { tags: 'lamp' }],
    ['languages', { '@language': 'ko', related: { id: `${lumen}/c/2`, '@language': 'en' } }],
  ])('takes %s', (_, fields) => {
    expect(parseBadgeClass({ ...badgeClass, ...fields })).toMatchObject({ ok: true });
  });

  it.each<[string, object, RegExp]>([
    ['no criteria', { criteria: undefined }, /criteria are missing/],
    ['criteria that say nothing', { criteria: { type: 'Criteria' } }, /without address and narrative/],
    ['criteria that are no address', { criteria: 'just ask' }, /no address/],
    ['two criteria', { criteria: [`${lumen}/1`, `${lumen}/2`] }, /more than one/],
    ['alignment without address', { alignment: { targetName: 'x' } }, /alignment/],
    ['alignment as text', { alignment: 'fire safety' }, /alignment/],
    ['a tag that is a number', { tags: ['lamp', 3] }, /tag 3/],
    ['no description', { description: undefined }, /description is missing/],
    ['no issuer', { issuer: undefined }, /issuer/],
    ['another type', { type: 'Profile' }, /Profile, not BadgeClass/],
  ])('refuses %s', (_, fields, reason) => {
    const parsed = parseBadgeClass({ ...badgeClass, ...fields });
    expect(parsed.ok ? '' : parsed.reason).toMatch(reason);
  });
});
