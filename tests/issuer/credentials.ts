import { holder, northwind, type Json } from './minted.ts';

export type Model = '1.1' | '2.0';

export const vocabularies = {
  '1.1': 'https://www.w3.org/2018/credentials/v1',
  '2.0': 'https://www.w3.org/ns/credentials/v2',
  badges: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  extensions: 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  Ed25519Signature2020: 'https://w3id.org/security/suites/ed25519-2020/v1',
  dataIntegrity: 'https://w3id.org/security/data-integrity/v2',
  status2021: 'https://w3id.org/vc/status-list/2021/v1',
} as const;

const badgeId = 'urn:uuid:0f0c6a3e-52b7-4a86-8f4e-9c3a1d7be021';

/** A credential before its issuer signs it. */
export function draft(
  kind: 'badge' | 'endorsement',
  issuer: string,
  model: Model,
  more: string[] = [],
): Json {
  const [from] = dateNames(model);
  return {
    '@context': [vocabularies[model], vocabularies.badges, ...more],
    id: badgeId,
    type: ['VerifiableCredential', kind === 'badge' ? 'OpenBadgeCredential' : 'EndorsementCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Northwind School of Sailing' },
    [from]: '2025-04-02T09:30:00Z',
    name: 'Coastal Navigator',
    credentialSubject: kind === 'badge' ? awarded : endorsed,
  };
}

const awarded = {
  id: holder.did,
  type: ['AchievementSubject'],
  achievement: {
    id: `${northwind}/achievements/navigator`,
    type: ['Achievement'],
    name: 'Coastal Navigator',
    description: 'Plots a course along the coast and keeps to it by night.',
    criteria: { narrative: 'Sail from Alder to Finch and back.' },
  },
};

const endorsed = {
  id: `${northwind}/achievements/navigator`,
  type: ['EndorsementSubject'],
  endorsementComment: 'We let them steer.',
};

/** What the data models call the first and the last moment of a credential. */
export function dateNames(model: Model): readonly [string, string] {
  return model === '1.1' ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
}

/** The draft with something else about its subject. */
export function withSubject(credential: Json, changes: Json): Json {
  return { ...credential, credentialSubject: { ...(credential['credentialSubject'] as Json), ...changes } };
}
