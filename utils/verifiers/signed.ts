import { parseAssertion, type Assertion } from '../open-badges/v2';
import { textsOf } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { isWebAddress } from './aliases';
import { assertionChecks, identitiesOf } from './assertion-checks';
import { endorsementsOf, isEndorsement } from './endorsement-2';
import { checkExtensions } from './extensions';
import { checkImages } from './image-check';
import { checkIssuer, type IssuerReport } from './issuer-checks';
import { checkAlgorithm, noteDuplicates, parseSubject, type Jws } from './jws';
import { checkRevocationList } from './revocation-list';
import { reportSignedEndorsement } from './signed-endorsement';
import { checkProof, type Signer } from './signed-key';
import {
  emptyReport,
  type JwsSubject,
  type Verifier,
  type VerifierReport,
  type VerifyContext,
} from './verifier';

/**
 * SignedBadge of Open Badges 1.x and 2.0: the assertion as a JWS, whose key the issuer publishes
 * (https://www.imsglobal.org/spec/ob/v2p0/#signed-verification). Asked after the JWTs of 3.0; what is left of tokens
 * and is no badge is said here, too.
 */
export const signed: Verifier = {
  id: 'signed',
  recognises: (subject) => subject.kind === 'jws',
  verify: (subject, context) =>
    subject.kind === 'jws' ? verify(subject, context) : Promise.resolve(emptyReport),
};

async function verify(subject: JwsSubject, context: VerifyContext): Promise<VerifierReport> {
  const parsed = parseSubject(subject);
  if (!parsed.ok) return only(check('badge-data', 'fail', parsed.reason));
  const { jws } = parsed;
  if (subject.endorses || isEndorsement(jws.payload)) return reportSignedEndorsement(jws, subject, context);
  const assertion = parseAssertion(jws.payload, { url: subject.from.url });
  if (!assertion.ok) return only(check('assertion-readable', 'fail', assertion.reason));
  return reportSigned(jws, assertion.value, subject, context);
}

function only(found: Check): VerifierReport {
  return { ...emptyReport, checks: [found] };
}

async function reportSigned(
  jws: Jws,
  assertion: Assertion,
  { from }: JwsSubject,
  context: VerifyContext,
): Promise<VerifierReport> {
  const { io } = context;
  const algorithm = checkAlgorithm(jws);
  // Nobody is asked on behalf of a token that no key of anybody could have signed.
  const issuer = algorithm.result === 'fail' ? null : await checkIssuer(assertion, io, null);
  const proof =
    issuer && algorithm.result === 'pass'
      ? await checkProof(jws, toSigner(assertion, issuer), context)
      : null;
  const documents = [jws.payload, issuer?.badgeClass ?? null, issuer?.profile ?? null];
  const day = (moment: Assertion['issuedOn']) => moment?.at.toISOString().slice(0, 10) ?? null;
  return {
    ...emptyReport,
    checks: [
      check('assertion-readable', 'pass', `Open Badges ${assertion.version}`),
      algorithm,
      ...(proof?.checks ?? []),
      ...assertionChecks(assertion, io.now(), null),
      ...(issuer?.checks ?? []),
      ...(issuer ? await checkStatus(assertion, issuer, context) : []),
      ...(issuer ? await checkImages(assertion, issuer, { base: from.url, mayFetch: true }, io) : []),
      ...(await checkExtensions(documents, io)),
      ...noteDuplicates(jws),
    ],
    checkedWith: proof?.host ?? null,
    badge: {
      name: issuer?.badgeClass?.name ?? '',
      issuerName: issuer?.profile?.name ?? '',
      issuedOn: day(assertion.issuedOn) ?? '',
      expiresOn: day(assertion.expires),
    },
    form: `Open Badges ${assertion.version}, signed`,
    issuer: issuer?.claim ? { ...issuer.claim, isProven: proof?.isProven ?? false } : null,
    identities: identitiesOf(assertion),
    endorsements: endorsementsOf(documents, from),
  };
}

/**
 * Only what the issuer's own document says of where it is: the class is anybody's, and may name any issuer. One that
 * stands embedded in the class lies where the class does.
 */
function toSigner(
  { verification, version }: Assertion,
  { profile, profileUrl, badgeClassUrl }: IssuerReport,
): Signer {
  const own = profile && isWebAddress(profile.id) ? profile.id : badgeClassUrl;
  const named = verification?.creator ?? verification?.url;
  const places = [own, profile?.url].filter((place) => typeof place === 'string');
  return { named, version, profile, profileUrl, places };
}

/** The issuer's list of badges that were taken back (2.0 "RevocationList"; in 1.x an object by uid). */
async function checkStatus(
  assertion: Assertion,
  { profile }: IssuerReport,
  context: VerifyContext,
): Promise<readonly Check[]> {
  const [list] = textsOf(profile?.['revocationList']);
  if (!profile || !list) return [];
  const uid = assertion.uid === undefined || assertion.uid === null ? null : String(assertion.uid);
  return checkRevocationList(list, { id: assertion.id || null, uid }, profile.id || null, context);
}
