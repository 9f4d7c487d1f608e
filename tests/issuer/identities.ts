import { toDidJwk, type IssuerKey } from './keys.ts';
import { serve, type Documents, type Json } from './minted.ts';

/** How a credential says who issued it and with which key. */
export type Naming = 'did:key' | 'did:jwk' | 'did:web' | 'address of a JWK' | 'jwk in the header';

/** An issuer by name, and what must be served for it. */
export interface Identity {
  readonly id: string;
  /** The verification method of a proof, the `kid` of a token. */
  readonly method: string;
  readonly documents: Documents;
  /** Members of a token's header. */
  readonly header: Json;
}

/** An issuer on a host of its own, with one key. */
export function identify(naming: Naming, key: IssuerKey, origin: string): Identity {
  if (naming === 'did:key') return withoutDocuments(`did:key:${key.multikey}`, key.multikey);
  if (naming === 'did:jwk') return withoutDocuments(toDidJwk(key), '0');
  if (naming === 'address of a JWK') {
    const method = `${origin}/keys/1`;
    const id = `${origin}/issuer`;
    const profile = { id, type: ['Profile'], name: 'Northwind School of Sailing' };
    const documents = { [method]: serve(key.publicJwk, 'application/jwk+json'), [id]: serve(profile) };
    return { id, method, documents, header: { kid: method } };
  }
  const id = `did:web:${new URL(origin).host}`;
  const document = toDidDocument(id, key);
  const documents = { [`${origin}/.well-known/did.json`]: serve(document, 'application/did+json') };
  const method = `${id}#key-1`;
  const header = naming === 'did:web' ? { kid: method } : { jwk: key.publicJwk };
  return { id, method, documents, header };
}

function withoutDocuments(id: string, fragment: string): Identity {
  const method = `${id}#${fragment}`;
  return { id, method, documents: {}, header: { kid: method } };
}

/** A DID document with one key, for assertions. */
export function toDidDocument(id: string, { multikey, publicJwk }: IssuerKey, changes: Json = {}): Json {
  const method = multikey
    ? { type: 'Multikey', publicKeyMultibase: multikey }
    : { type: 'JsonWebKey', publicKeyJwk: publicJwk };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: [{ id: `${id}#key-1`, controller: id, ...method }],
    assertionMethod: [`${id}#key-1`],
    ...changes,
  };
}

/** The same documents for @digitalbazaar's loaders: DID documents by their DID, methods by their id. */
export function toLookup(documents: Documents, others: Readonly<Record<string, object>> = {}) {
  return (address: string): object | undefined => {
    const [did = '', fragment] = address.split('#');
    const document = others[address] ?? toDocument(did, documents);
    if (!document || fragment === undefined) return document;
    const methods = ((document as Json)['verificationMethod'] ?? []) as Json[];
    const method = methods.find(({ id }) => id === address);
    return method && { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  };
}

function toDocument(did: string, documents: Documents): Json | undefined {
  const multikey = /^did:key:(\w+)$/.exec(did)?.[1];
  if (multikey) {
    const id = `${did}#${multikey}`;
    const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: multikey };
    const context = 'https://www.w3.org/ns/did/v1';
    return { '@context': context, id: did, verificationMethod: [method], assertionMethod: [id] };
  }
  const host = /^did:web:([^:]+)$/.exec(did)?.[1];
  const answer = documents[`https://${host}/.well-known/did.json`];
  return typeof answer?.body === 'string' ? (JSON.parse(answer.body) as Json) : undefined;
}
