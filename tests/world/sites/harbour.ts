import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { html, json, page, type Answer, type Site } from '../answer.ts';
import { drawBadgeArt } from '../badge-art.ts';
import { bakePng } from '../png.ts';

const host = 'badges.harbour.example.org';
const site = `https://${host}`;
const did = `did:web:${host}`;
const email = 'mina.oh@example.org';
const salt = 'tide-table';
const identity = `sha256$${createHash('sha256').update(`${email}${salt}`).digest('hex')}`;
const name = 'Harbour Welding, Level 2';
const issuerName = 'Harbour Sailing School';
const issuedOn = '2026-02-14T09:00:00Z';

/** A school that issues badges on a host of its own: hosted 2.0, baked into pictures, and 3.0 as signed tokens. */
export async function createHarbour() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const own: Key = { id: did, kid: `${did}#key-1`, privateKey };
  const publicJwk = await exportJWK(publicKey);
  const self = didJwk(publicJwk);
  const token = await signCredential(own, {});
  const assertion = JSON.stringify(assertionOf('1'));
  const art = drawBadgeArt(7);
  const signed = bakePng(art, 'openbadgecredential', token);
  return {
    host,
    email,
    name,
    issuerName,
    site: (({ url: { pathname } }) =>
      pathname === '/signed.png'
        ? { headers: { 'content-type': 'image/png' }, body: signed }
        : answer(pathname, publicJwk)) as Site,
    /** A page with a picture that carries a badge, and one in a link to a record. */
    wallUrl: `${site}/wall`,
    signedUrl: `${site}/signed.png`,
    assertionUrl: `${site}/assertions/1`,
    tokens: {
      valid: token,
      tampered: withOtherName(token),
      expired: await signCredential(own, { validUntil: '2026-03-01T00:00:00Z' }),
      /** Signed by a key that only it names itself. */
      selfAsserted: await signCredential({ id: self, kid: `${self}#0`, privateKey }, {}),
    },
    pictures: {
      baked: bakePng(art, 'openbadges', assertion),
      /** It says another day than the school's own copy. */
      tampered: bakePng(art, 'openbadges', assertion.replace('2026-02-14', '2020-02-14')),
      signed,
      plain: art,
    },
  };
}

interface Key {
  readonly id: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

function answer(path: string, publicJwk: JWK): Answer | null {
  if (path === '/.well-known/did.json') return json(didDocument(publicJwk));
  if (path === '/assertions/1') return json(assertionOf('1'));
  if (path === '/classes/welding') return json(badgeClass);
  if (path === '/issuer') return json(issuer);
  if (path === '/wall') return html(page('Our badges', wall));
  if (path === '/art.png') return { headers: { 'content-type': 'image/png' }, body: drawBadgeArt(7) };
  return null;
}

const wall = `<p><img id="signed" src="${site}/signed.png" alt="" width="120" height="120"></p>
<p><a id="record" href="${site}/assertions/1"><img src="${site}/art.png" alt="" width="120" height="120"></a></p>`;

function assertionOf(number: string): object {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: `${site}/assertions/${number}`,
    type: 'Assertion',
    recipient: { type: 'email', hashed: true, salt, identity },
    badge: `${site}/classes/welding`,
    issuedOn,
    verification: { type: 'HostedBadge' },
  };
}

const badgeClass = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${site}/classes/welding`,
  type: 'BadgeClass',
  name,
  description: 'Mends a hull under way.',
  image: `${site}/art.png`,
  criteria: { narrative: 'Welds three seams that hold.' },
  issuer: `${site}/issuer`,
};

const issuer = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${site}/issuer`,
  type: 'Issuer',
  name: issuerName,
  url: site,
  email: 'badges@harbour.example.org',
};

function didDocument(publicJwk: JWK): object {
  const method = { id: `${did}#key-1`, type: 'JsonWebKey', controller: did, publicKeyJwk: publicJwk };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
}

/** A did:jwk: the key is its own name, so nobody stands behind it. */
function didJwk({ kty, crv, x, y }: JWK): string {
  return `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
}

/** An OpenBadgeCredential as a JWT (Open Badges 3.0, section 8.2.4). */
function signCredential(key: Key, change: { validUntil?: string }): Promise<string> {
  const id = 'urn:uuid:3f6b2a52-1c35-4e0d-9d3c-0a4ad1f6c001';
  const subject = 'urn:uuid:3f6b2a52-1c35-4e0d-9d3c-0a4ad1f6c002';
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: key.id, type: ['Profile'], name: issuerName },
    validFrom: issuedOn,
    ...change,
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: true, identityHash: identity, identityType: 'emailAddress', salt },
      ],
      achievement: {
        id: `${site}/classes/welding`,
        type: ['Achievement'],
        name,
        description: badgeClass.description,
        criteria: badgeClass.criteria,
      },
    },
  };
  const moment = (text: string) => Date.parse(text) / 1000;
  const claims = new SignJWT(credential)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid })
    .setIssuer(key.id)
    .setJti(id)
    .setSubject(subject)
    .setNotBefore(moment(issuedOn));
  if (change.validUntil) claims.setExpirationTime(moment(change.validUntil));
  return claims.sign(key.privateKey);
}

/** Somebody promotes himself: the payload is another, the signature is the old one. */
function withOtherName(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const text = Buffer.from(payload, 'base64url').toString('utf8').replace('Level 2', 'Level 5');
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
}
