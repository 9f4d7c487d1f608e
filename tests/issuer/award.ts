import { createHash } from 'node:crypto';
import {
  holder,
  northwind,
  profileOf,
  serve,
  type Answer,
  type Documents,
  type Json,
  type Minted,
} from './minted.ts';

export type HostedVersion = '0.5' | '1.0' | '1.1' | '2.0';

/** Where the school's documents lie. */
export const recordUrl = `${northwind}/awards/7`;
export const classUrl = `${northwind}/classes/navigator`;
export const issuerUrl = `${northwind}/issuer`;
export const imageUrl = `${northwind}/navigator.svg`;

/** An award in three documents; in 0.5 all is in the first. */
export interface Award {
  readonly record: Json;
  readonly badgeClass: Json;
  readonly issuer: Json;
}

/** A drawing: what every image of the school is. */
export const drawing: Answer = {
  body: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  contentType: 'image/svg+xml',
};
export const past = '2024-05-02T00:00:00Z';
export const future = '2031-05-02T00:00:00Z';

/** Whom the badge is for, and whether it is theirs. */
export const asHolder: Minted['recipient'] = { profile: profileOf(holder.mail), match: 'yes' };
export const asOther: Minted['recipient'] = { profile: profileOf('jules@elsewhere.example'), match: 'no' };

/** Where nobody tells. */
export const asUnknown: Minted['recipient'] = { profile: profileOf(holder.mail), match: 'unknown' };

/** An e-mail address as issuers write it: hashed, with the name of the hash before it. */
function hashed(algorithm: 'md5' | 'sha256'): Json {
  const digest = createHash(algorithm).update(`${holder.mail}brine`).digest('hex');
  return { identity: `${algorithm}$${digest}`, salt: 'brine' };
}

const contexts = {
  '0.5': {},
  '1.0': {},
  '1.1': { '@context': 'https://w3id.org/openbadges/v1' },
  '2.0': { '@context': 'https://w3id.org/openbadges/v2' },
} as const;

/** A good award of a version. */
export function createAward(version: HostedVersion): Award {
  if (version === '0.5') return { record: createOldest(), badgeClass: {}, issuer: {} };
  const named = (url: string, type: string) =>
    version === '1.0' ? {} : { ...contexts[version], id: url, type };
  const recipient = { type: 'email', hashed: true, ...hashed(version === '2.0' ? 'sha256' : 'md5') };
  const proof = { type: 'hosted', url: recordUrl };
  return {
    record: {
      ...named(recordUrl, 'Assertion'),
      ...(version === '2.0' ? { verification: { type: 'HostedBadge' } } : { uid: 'award-7', verify: proof }),
      recipient,
      badge: classUrl,
      issuedOn: '2023-06-01T09:00:00Z',
    },
    badgeClass: {
      ...named(classUrl, 'BadgeClass'),
      name: 'Coastal Navigator',
      description: 'Plots a course along the coast and keeps to it by night.',
      image: imageUrl,
      criteria: `${northwind}/classes/navigator/criteria`,
      issuer: issuerUrl,
    },
    issuer: {
      ...named(issuerUrl, version === '2.0' ? 'Profile' : 'Issuer'),
      name: 'Northwind School of Sailing',
      url: `${northwind}/`,
      email: 'office@northwind.example',
    },
  };
}

function createOldest(): Json {
  const { identity, salt } = hashed('sha256');
  return {
    recipient: identity,
    salt,
    issued_on: '2012-06-01',
    badge: {
      version: '0.5.0',
      name: 'Coastal Navigator',
      description: 'Plots a course along the coast and keeps to it by night.',
      image: '/navigator.svg',
      criteria: '/classes/navigator/criteria',
      issuer: { origin: northwind, name: 'Northwind School of Sailing' },
    },
  };
}

/** What the school's host answers. */
export function serveAward({ record, badgeClass, issuer }: Award): Documents {
  return {
    [recordUrl]: serve(record),
    [classUrl]: serve(badgeClass),
    [issuerUrl]: serve(issuer),
    [imageUrl]: drawing,
  };
}
