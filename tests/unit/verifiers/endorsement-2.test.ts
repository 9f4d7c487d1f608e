import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import type { Verification } from '@/utils/verification';
import {
  check,
  classUrl,
  find,
  issuerUrl,
  recordUrl,
  withClass,
  withIssuer,
  withRecord,
  type Answers,
} from './lumen-badge';

const guild = 'https://guild.example';
const word = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${guild}/word/1`,
  type: 'Endorsement',
  claim: { id: classUrl, endorsementComment: 'These lamps last.' },
  issuedOn: '2024-05-01T00:00:00Z',
  issuer: `${guild}/profile`,
  verification: { type: 'HostedBadge' },
};
const guildProfile = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${guild}/profile`,
  type: 'Profile',
  name: 'Guild of Lamps',
};

const world = (base: Answers, changes: object = {}, more: Answers = {}): Answers => ({
  ...base,
  [word.id]: { json: { ...word, ...changes } },
  [guildProfile.id]: { json: guildProfile },
  ...more,
});
const named = withClass({ endorsement: word.id });
const first = ({ endorsements }: Verification) => endorsements[0];

describe('endorsements of 2.0', () => {
  it.each<[string, Answers]>([
    ['its address', named],
    ['a list', withClass({ endorsement: [word.id] })],
    ['the whole of it', withClass({ endorsement: word })],
    ['the assertion', withRecord({ endorsement: word.id })],
    ['the issuer', withIssuer({ endorsement: word.id })],
  ])('are found by %s, and verified for themselves', async (_, base) => {
    const result = await check(world(base));
    expect(result.verdict).toBe('valid');
    expect(result.endorsements).toMatchObject([
      { issuerName: 'Guild of Lamps', comment: 'These lamps last.', verdict: 'valid' },
    ]);
  });

  it.each<[string, object, Answers, string]>([
    ['speaks of something else', { claim: { id: 'https://x.example/c' } }, {}, 'invalid'],
    ['speaks of the assertion', { claim: { id: recordUrl } }, {}, 'valid'],
    ['speaks of the issuer', { claim: { id: issuerUrl.replace('https', 'http') } }, {}, 'valid'],
    ['says nothing', { claim: { id: classUrl } }, {}, 'valid'],
    ['is of tomorrow', { issuedOn: '2026-12-24T00:00:00Z' }, {}, 'invalid'],
    ['has no date', { issuedOn: undefined }, {}, 'invalid'],
    ['has no claim', { claim: undefined }, {}, 'invalid'],
    ['was taken back', { revoked: true }, {}, 'revoked'],
    ['is gone', {}, { [word.id]: { status: 410, text: '' } }, 'revoked'],
    ['does not answer', {}, { [word.id]: { error: new AppError('offline') } }, 'unverifiable'],
    ['is from somebody who does not answer', {}, { [guildProfile.id]: { status: 500 } }, 'unverifiable'],
    ['is in the name of another host', { issuer: issuerUrl }, {}, 'invalid'],
    ['is no endorsement', { type: 'Assertion', claim: undefined }, {}, 'invalid'],
  ])('one that %s: %s', async (_, changes, more, verdict) => {
    const result = await check(world(named, changes, more));
    expect([result.verdict, first(result)?.verdict]).toEqual(['valid', verdict]);
  });

  it('an embedded one without an address of its own proves nothing', async () => {
    const result = await check(world(withClass({ endorsement: { ...word, id: undefined } })));
    expect(first(result)?.verdict).toBe('unverifiable');
  });

  it('one by itself, pasted', async () => {
    const result = await check(world({}), JSON.stringify(word));
    expect([result.verdict, find(result, 'issuer-origin')?.result]).toEqual(['valid', 'pass']);
  });
});
