import type { CredentialFault } from './credential-faults.ts';
import { toDidDocument, type Naming } from './identities.ts';
import { keyOf } from './keys.ts';
import { northwind, serve, type Answer, type Json } from './minted.ts';
import type { Sealing } from './seal.ts';

const didUrl = `${northwind}/.well-known/did.json`;
const keyUrl = `${northwind}/keys/1`;

const isOnHost = (_: Sealing, naming: Naming) => naming === 'did:web' || naming === 'jwk in the header';
const isByDocument = (_: Sealing, naming: Naming) => naming === 'did:web';
const isByAddress = (_: Sealing, naming: Naming) => naming === 'address of a JWK';

function answering(address: string, answer: Answer): CredentialFault['documents'] {
  return (documents) => ({ ...documents, [address]: answer });
}

function publishing(changes: (sealing: Sealing) => Json): CredentialFault['prepare'] {
  return (sealing) => {
    const document = toDidDocument(sealing.identity.id, sealing.key, changes(sealing));
    return { ...sealing, documents: { ...sealing.documents, [didUrl]: serve(document) } };
  };
}

/** What can be wrong with the host that publishes the issuer's key. */
export const hostFaults: readonly CredentialFault[] = [
  {
    name: 'issuer unreachable',
    expected: 'unverifiable',
    suits: isOnHost,
    documents: answering(didUrl, { unreachable: true }),
  },
  {
    name: 'issuer answers with a fault',
    expected: 'unverifiable',
    suits: isOnHost,
    documents: answering(didUrl, { status: 503, body: '' }),
  },
  {
    name: 'issuer has other keys by now',
    expected: 'invalid',
    suits: (_, naming) => naming === 'jwk in the header',
    prepare: async (sealing) => {
      const other = await keyOf('quill', sealing.key.algorithm);
      const document = toDidDocument(sealing.identity.id, other);
      return { ...sealing, documents: { [didUrl]: serve(document) } };
    },
  },
  {
    name: 'a document of somebody else',
    expected: 'invalid',
    suits: isByDocument,
    prepare: publishing(() => ({ id: 'did:web:southwind.example' })),
  },
  {
    name: 'a key that is not for assertions',
    expected: 'invalid',
    suits: isByDocument,
    prepare: publishing(({ identity }) => ({ assertionMethod: [], authentication: [identity.method] })),
  },
  {
    name: 'a key that was taken back',
    expected: 'invalid',
    suits: isByDocument,
    prepare: publishing(({ identity, key }) => {
      const [method] = toDidDocument(identity.id, key)['verificationMethod'] as Json[];
      return { verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] };
    }),
  },
  {
    name: 'key unreachable',
    expected: 'unverifiable',
    suits: isByAddress,
    documents: answering(keyUrl, { unreachable: true }),
  },
  {
    name: 'another key at its address',
    expected: 'tampered',
    suits: isByAddress,
    prepare: async (sealing) => {
      const other = await keyOf('quill', sealing.key.algorithm);
      return { ...sealing, documents: { ...sealing.documents, [keyUrl]: serve(other.publicJwk) } };
    },
  },
];
