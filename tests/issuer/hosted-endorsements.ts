import type { Verdict } from '@/utils/verification';
import { recordUrl, serveAward, type Award, type HostedVersion } from './award.ts';
import { serve, stranger, type Answer, type Documents, type Json, type Minted } from './minted.ts';

/** What can be wrong with a hosted award, or be told of it. */
export interface HostedFault {
  readonly expected: Verdict;
  /** Versions before have nothing that could be so. */
  readonly since?: HostedVersion;
  readonly notes?: Minted['notes'];
  change(award: Award, version: HostedVersion): Partial<Minted>;
}

const endorsementUrl = `${stranger}/endorsements/1`;
const endorserUrl = `${stranger}/issuer`;

const endorsement: Json = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: endorsementUrl,
  type: 'Endorsement',
  claim: { id: recordUrl, endorsementComment: 'We let them steer.' },
  issuedOn: '2024-01-01T00:00:00Z',
  issuer: endorserUrl,
  verification: { type: 'HostedBadge' },
};
const endorser: Json = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: endorserUrl,
  type: 'Profile',
  name: 'Southwind Harbour',
  url: `${stranger}/`,
  email: 'pier@southwind.example',
};

/** An award that is good whatever its endorsement is worth: that is told beside it. */
const endorsed = (answer: Answer, verdict: Verdict, others: Documents = {}): HostedFault => ({
  expected: 'valid',
  since: '2.0',
  change: (award) => ({
    documents: {
      ...serveAward({ ...award, record: { ...award.record, endorsement: endorsementUrl } }),
      [endorsementUrl]: answer,
      [endorserUrl]: serve(endorser),
      ...others,
    },
    endorsements: [verdict],
  }),
});

/** Endorsements of 2.0 (section "Endorsement"), by somebody on another host. */
export const endorsementFaults: Readonly<Record<string, HostedFault>> = {
  'an endorsement': endorsed(serve(endorsement), 'valid'),
  'an endorsement, taken back': endorsed({ ...serve(endorsement), status: 410 }, 'revoked'),
  'an endorsement, unreachable': endorsed({ unreachable: true }, 'unverifiable'),
  'an endorsement of something else': endorsed(
    serve({ ...endorsement, claim: { id: `${stranger}/awards/9` } }),
    'invalid',
  ),
  'an endorsement that lies at another address': endorsed(
    serve({ ...endorsement, id: `${stranger}/endorsements/2` }),
    'invalid',
    { [`${stranger}/endorsements/2`]: { status: 404 } },
  ),
};
