import { isToCome } from '../open-badges/moment';
import { fieldsOf } from '../open-badges/v3-fields';
import { check } from '../verification';
import { checkClaim, parseEndorsement } from './endorsement-2';
import { readProfile, toClaim } from './issuer-checks';
import { checkAlgorithm, noteDuplicates, type Jws } from './jws';
import { checkProof } from './signed-key';
import { emptyReport, type JwsSubject, type VerifierReport, type VerifyContext } from './verifier';

/**
 * An Endorsement of 2.0 that its issuer signed (section "Endorsement", verified as a SignedBadge): the issuer's key made
 * the signature, it speaks of what it was found with, and its date has come.
 */
export async function reportSignedEndorsement(
  jws: Jws,
  { endorses, from }: JwsSubject,
  context: VerifyContext,
): Promise<VerifierReport> {
  const { io } = context;
  const read = parseEndorsement(jws.payload);
  if (!read.ok) return { ...emptyReport, checks: [check('assertion-readable', 'fail', read.reason)] };
  const { claim, issuer, issuedOn } = read.value;
  const algorithm = checkAlgorithm(jws);
  const profile = await readProfile(issuer, { url: from.url, version: '2.0' }, io);
  const named = fieldsOf(jws.payload['verification'])?.['creator'];
  const signer = {
    named,
    version: '2.0',
    profile: profile.value,
    profileUrl: profile.url,
    places: [],
  } as const;
  const proof = algorithm.result === 'pass' ? await checkProof(jws, signer, context) : null;
  const isFuture = isToCome(issuedOn, io.now());
  const claimed = toClaim(profile, null);
  return {
    ...emptyReport,
    checks: [
      check('assertion-readable', 'pass', 'Open Badges 2.0'),
      algorithm,
      ...(proof?.checks ?? []),
      ...checkClaim(claim.id, endorses ?? null, null),
      check('dates', isFuture ? 'fail' : 'pass', `issuedOn ${issuedOn.toISOString()}`),
      ...profile.checks,
      ...noteDuplicates(jws),
    ],
    checkedWith: proof?.host ?? null,
    badge: {
      name: '',
      issuerName: profile.value?.name ?? '',
      issuedOn: issuedOn.toISOString().slice(0, 10),
      expiresOn: null,
    },
    form: 'Open Badges 2.0, signed endorsement',
    issuer: claimed && { ...claimed, isProven: proof?.isProven ?? false },
    endorsementComment: claim.endorsementComment ?? '',
  };
}
