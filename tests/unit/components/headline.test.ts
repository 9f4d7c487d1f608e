import { describe, expect, it } from 'vitest';
import { headlineOf, nameToShow, verdictWords, type Headline } from '@/components/headline';
import {
  unasked,
  verdict,
  type Check,
  type CheckId,
  type CheckResult,
  type Verification,
} from '@/utils/verification';

const now = new Date('2026-03-05T12:03:00Z');
const check = (id: CheckId, result: CheckResult, detail = '', host: string | null = null): Check => ({
  id,
  result,
  detail,
  host,
});
const badge = { name: 'Welding', issuerName: 'Guild', issuedOn: '2026-04-01', expiresOn: '2025-06-30' };
const trust = (level: 'platform' | 'self-asserted' | 'look-alike') => ({
  level,
  name: 'credly.com',
  detail: '',
});

function make(checks: readonly Check[], more: Partial<Verification> = {}): Verification {
  return { ...unasked, verdict: verdict(checks), checks, checkedAt: '2026-03-05T12:00:00Z', ...more };
}
const say = (verification: Verification, sourceName?: string, lastGood: Verification | null = null) => {
  const { main, more } = verdictWords({ verification, lastGood }, sourceName, now);
  return more === null ? main : `${main} / ${more}`;
};

const signed = [check('signature', 'pass'), check('signing-key', 'pass')];
const asked = { checkedWith: 'www.credly.com', badge };

const headlines: readonly (readonly [string, Verification, Headline])[] = [
  ['a good badge of a known issuer', make(signed, { issuerTrust: trust('platform') }), 'valid'],
  [
    'a good badge of nobody in particular',
    make(signed, { issuerTrust: trust('self-asserted') }),
    'self-asserted',
  ],
  [
    'a good badge of somebody who imitates another',
    make(signed, { issuerTrust: trust('look-alike'), recipient: { match: 'no', detail: '' } }),
    'look-alike',
  ],
  ['a good badge of somebody else', make(signed, { recipient: { match: 'no', detail: '' } }), 'not-yours'],
  [
    'an expired badge of somebody else',
    make([check('not-expired', 'fail')], { recipient: { match: 'no', detail: '' } }),
    'expired',
  ],
  ['a suspended badge', make([check('not-suspended', 'fail')]), 'suspended'],
  [
    'a badge both suspended and taken back',
    make([check('not-suspended', 'fail'), check('not-revoked', 'fail')]),
    'revoked',
  ],
  ['something else than a badge', make([check('badge-data', 'fail')]), 'no-badge'],
  ['a badge with a wrong key', make([check('signing-key', 'fail')]), 'invalid'],
];

const lines: readonly (readonly [string, () => string, string])[] = [
  [
    'confirmed',
    () => say(make([check('not-revoked', 'pass')], asked), 'Credly'),
    'Valid: Credly confirmed it 3 minutes ago',
  ],
  [
    'signed',
    () => say(make(signed)),
    'Valid: its signature is intact and from the issuer / Checked 3 minutes ago',
  ],
  [
    'expired',
    () => say(make([check('not-expired', 'fail')], asked), 'Credly'),
    'Expired: it was valid until Jun 30, 2025 / Credly answered 3 minutes ago',
  ],
  [
    'not yet valid, nobody asked',
    () => say(make([check('issued', 'fail')], { badge })),
    'Not valid yet: it starts on Apr 1, 2026 / Checked 3 minutes ago',
  ],
  [
    'an imitated link',
    () => say(make([check('link-host', 'fail', 'credly.example')]), 'Credly'),
    'Not genuine: the link leads to credly.example, not to Credly',
  ],
  [
    'a record that says something else',
    () => say(make([check('badge-class', 'fail')], asked), 'Credly'),
    'Not genuine: what it claims does not match the record at www.credly.com / Credly answered 3 minutes ago',
  ],
  [
    'nobody answered',
    () => say(make([check('assertion-reachable', 'unknown', '', 'badges.example.org')])),
    'Could not check: badges.example.org could not be reached 3 minutes ago / That says nothing against the badge',
  ],
  [
    'nobody answered now, but once',
    () =>
      say(
        make([check('assertion-reachable', 'unknown')]),
        'Credly',
        make(signed, { checkedAt: '2026-03-03T10:00:00Z' }),
      ),
    'Could not check: Credly could not be reached 3 minutes ago / Valid when last checked on Mar 3, 2026',
  ],
  [
    'hosts that may not be asked',
    () =>
      say(make([check('issuer-profile', 'unknown')], { ...asked, missingHosts: ['a.example', 'b.example'] })),
    'Could not check: the browser does not let LapelPin ask a.example and b.example / That says nothing against the badge',
  ],
  [
    'an empty picture',
    () => say(make([check('badge-data', 'unknown')])),
    'Could not check: no badge was found in it / That says nothing against the badge',
  ],
  [
    'a page alone',
    () => say(make([check('page-proof', 'fail')])),
    'Could not check: there is only a page, with no badge behind it that could be checked / That says nothing against the badge',
  ],
  [
    'a picture',
    () => say(make([check('picture-proof', 'fail')])),
    'Picture only: anyone can copy a picture / Look for the link to the badge',
  ],
];

describe('the headline', () => {
  it.each(headlines)('of %s', (_, verification, headline) => {
    expect(headlineOf(verification)).toBe(headline);
  });

  it('gives the name of an altered badge as its own claim alone', () => {
    expect(nameToShow({ verdict: 'tampered', badge })).toBe('Claims to be: Welding');
    expect(nameToShow({ verdict: 'revoked', badge })).toBe('Welding');
    expect(nameToShow({ verdict: 'invalid', badge: null })).toBe('');
  });

  it.each(lines)('in words: %s', (_, line, words) => expect(line()).toBe(words));
});
