import { isCredential, parseCredential } from '../open-badges/v3';
import { fieldsOf, textOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { reportCredential } from './credential-checks';
import { checkAlgorithm, checkSignature, noteDuplicates, parseSubject, type Jws } from './jws';
import { issuerClaim, readClaims } from './jwt-claims';
import { keyBelongsToIssuer } from './key-owner';
import { resolveKey, type FoundKey, type KeyResolution } from './keys';
import {
  emptyReport,
  type JwsSubject,
  type Verifier,
  type VerifierReport,
  type VerifyContext,
} from './verifier';

/**
 * Open Badges 3.0 and other Verifiable Credentials as compact JWT (Open Badges 3.0, "JSON Web Token Proof Format"; VC
 * data model 1.1, section 6.3.1; Securing Verifiable Credentials using JOSE and COSE).
 */
export const credentialJwt: Verifier = {
  id: 'credential-jwt',
  recognises: (subject) => subject.kind === 'jws' && holdsCredential(subject),
  verify: (subject, context) =>
    subject.kind === 'jws' ? verify(subject, context) : Promise.resolve(emptyReport),
};

function holdsCredential(subject: JwsSubject): boolean {
  const parsed = parseSubject(subject);
  if (!parsed.ok) return false;
  const { payload } = parsed.jws;
  return fieldsOf(payload['vc']) !== null || isCredential(payload);
}

async function verify(subject: JwsSubject, context: VerifyContext): Promise<VerifierReport> {
  const { from } = subject;
  const parsed = parseSubject(subject);
  if (!parsed.ok) return { ...emptyReport, checks: [check('badge-data', 'fail', parsed.reason)] };
  const { jws } = parsed;
  const { json, checks } = readClaims(jws.payload, context.io.now());
  const credential = parseCredential(json);
  if (!credential.ok) return { ...emptyReport, checks: [check('badge-data', 'fail', credential.reason)] };
  const { value } = credential;
  const isContainer = value.kind === 'presentation' || value.kind === 'clr';
  if (isContainer) {
    const detail = `${value.types.join(', ')}: only the credentials in it can be verified, one by one`;
    return { ...emptyReport, checks: [check('badge-data', 'unknown', detail)], form: value.types.join(', ') };
  }
  const proof = await checkProof(jws, value.issuer.id, context);
  const standard =
    value.kind === 'badge' || value.kind === 'endorsement' ? 'Open Badges 3.0' : 'Verifiable Credentials';
  return reportCredential(value, {
    checks: [...proof.checks, ...checks, ...noteDuplicates(jws)],
    host: from.url ? new URL(from.url).hostname : proof.host,
    form: `${standard}, JWT ${textOf(jws.header['alg']) || 'unsigned'}`,
    context,
    signingIssuerIsProven: proof.isProven,
  });
}

interface ProofResult {
  readonly checks: readonly Check[];
  readonly host: string | null;
  readonly isProven: boolean;
}

async function checkProof(jws: Jws, issuerId: string, context: VerifyContext): Promise<ProofResult> {
  const algorithm = checkAlgorithm(jws);
  if (algorithm.result !== 'pass') return { checks: [algorithm], host: null, isProven: false };
  const key = await findKey(jws, issuerId, context);
  if (key.kind !== 'key') return toMissing(key, algorithm);
  const signature = await checkSignature(jws, key.jwk);
  const owner = await keyBelongsToIssuer(key, issuerId, context);
  return {
    checks: [algorithm, signature, owner],
    host: key.host,
    isProven: signature.result === 'pass' && owner.result === 'pass',
  };
}

function toMissing(key: Exclude<KeyResolution, FoundKey>, algorithm: Check): ProofResult {
  const host = key.kind === 'unknown' ? key.host : null;
  const owner = check('signing-key', key.kind === 'invalid' ? 'fail' : 'unknown', key.reason, host);
  return {
    checks: [algorithm, check('signature', 'unknown', key.reason, host), owner],
    host,
    isProven: false,
  };
}

/**
 * The key that signed: named by `kid` (a DID URL, an address of a JWK, or the end of one in the document of `iss`), given
 * in the header itself (then it shows that nothing was changed, and no more), or the only one that `iss` has. A header
 * without `kid` says which key it was: that the issuer has another one makes it a stranger's, and nothing altered.
 */
async function findKey(jws: Jws, issuerId: string, context: VerifyContext): Promise<KeyResolution> {
  const { header, payload } = jws;
  const own = fieldsOf(header['jwk']);
  const kid = textOf(header['kid']);
  const iss = issuerClaim(payload) || issuerId;
  const address = own && !kid ? '' : toAddress(kid, iss);
  const named = address ? await resolveKey(address, context) : null;
  if (named?.kind === 'key' || !own) {
    return named ?? { kind: 'invalid', reason: 'the token names no key and no issuer' };
  }
  return { kind: 'key', jwk: toPublic(own), controller: null, host: null, mayAssert: null, endsAt: null };
}

function toAddress(kid: string, iss: string): string {
  if (/^(?:did:|https?:)/i.test(kid)) return kid;
  if (!kid) return iss;
  if (!iss) return kid;
  return `${iss.split('#')[0]}#${kid.replace(/^#/, '')}`;
}

/** A header that carries a private or a symmetric key is not to be trusted with more than its public half. */
function toPublic({ kty, crv, x, y, n, e }: Fields): JsonWebKey {
  return Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => typeof value === 'string'),
  ) as JsonWebKey;
}
