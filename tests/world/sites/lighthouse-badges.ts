import { json, type Answer } from '../answer.ts';
import { drawBadgeArt } from '../badge-art.ts';

/** Where the records of the badges lie. */
export const apiHost = 'api.lighthouse.example.org';
/** The API of Open Badges 3.0, under a path. */
export const walletHost = 'wallet.lantern.example.org';
const api = `https://${apiHost}`;

/** What anybody may read on the API's host. */
export function publicPart(path: string): Answer | null {
  if (path === '/public/assertions/2') return json(assertionOf(2));
  if (path === '/public/issuer') return json(issuer);
  const number = /^\/public\/classes\/(\d)$/.exec(path)?.[1];
  if (number) return json(badgeClassOf(Number(number)));
  const art = /^\/art\/(\d)\.png$/.exec(path)?.[1];
  return art ? { headers: { 'content-type': 'image/png' }, body: drawBadgeArt(Number(art)) } : null;
}

const issuer = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${api}/public/issuer`,
  type: 'Issuer',
  name: 'Lighthouse Maritime College',
  url: 'https://lighthouse.example.org',
  email: 'badges@lighthouse.example.org',
};

const titles = ['Chart Reading', 'Night Navigation', 'Radio Operator', '등대 관리 기초', 'First Aid at Sea'];

function badgeClassOf(number: number): object {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: `${api}/public/classes/${number}`,
    type: 'BadgeClass',
    name: titles[number - 1],
    description: 'Passed on board.',
    image: `${api}/art/${number}.png`,
    criteria: { narrative: 'Shows it on a night watch.' },
    issuer: `${api}/public/issuer`,
    tags: ['navigation'],
  };
}

/** Odd numbers name their class by its address, even ones have it inside. */
export function assertionOf(number: number): object {
  const isSigned = number === 5;
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: isSigned ? 'urn:uuid:9d2d3c52-5f2d-4c5b-8c0e-5c1f5a3f0005' : `${api}/public/assertions/${number}`,
    type: 'Assertion',
    recipient: { type: 'email', hashed: false, identity: 'jisoo.park@example.org' },
    badge:
      number % 2 === 1
        ? `${api}/public/classes/${number}`
        : { ...badgeClassOf(number), issuer: { ...issuer } },
    issuedOn: `2026-0${number}-15T09:00:00+09:00`,
    verification: { type: isSigned ? 'SignedBadge' : 'HostedBadge' },
  };
}

/** Only its payload is read where it is listed; whether it is well signed is for a verifier. */
export function unsignedJws(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(payload)}.${Buffer.from('nobody signed this').toString('base64url')}`;
}

/** A credential of 3.0 as a list has it; nobody signed it. */
export function credentialOf(number: number): object {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `https://${walletHost}/credentials/${number}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'https://lighthouse.example.org/issuer', type: ['Profile'], name: issuer.name },
    validFrom: `2026-0${number}-20T09:00:00Z`,
    name: titles[number - 1],
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: 'Jisoo Park', identityType: 'name' },
      ],
      achievement: {
        id: `https://${walletHost}/achievements/${number}`,
        type: ['Achievement'],
        name: titles[number - 1],
        description: 'Passed on board.',
        criteria: { narrative: 'Shows it on a night watch.' },
        tag: ['navigation'],
      },
    },
  };
}
