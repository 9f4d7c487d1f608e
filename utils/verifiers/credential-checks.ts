import { isToCome } from '../open-badges/moment';
import type { OpenBadgeCredential } from '../open-badges/v3';
import { isOpenBadgesContext } from '../open-badges/v3-contexts';
import { listOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check, type CheckId, type VerifiedBadge } from '../verification';
import { findEndorsements } from './credential-endorsements';
import { refreshCredential } from './refresh';
import { checkSchema } from './schema';
import { checkStatus } from './status';
import { emptyReport, type RecipientIdentity, type VerifierReport, type VerifyContext } from './verifier';

/** What was found out about a credential's proof before its content is looked at. */
export interface ProofFindings {
  /** Of the proof: `signature`, `signing-key`, `signed-terms`, `claims`, … */
  readonly checks: readonly Check[];
  /** The host that answered for the badge or its key; null when nobody was asked. */
  readonly host: string | null;
  /** Version and proof ("Open Badges 3.0, eddsa-rdfc-2022"). */
  readonly form: string;
  readonly context: VerifyContext;
  /** True when the key that signed belongs to the issuer that the credential names. */
  readonly signingIssuerIsProven: boolean;
}

/** What fails of these, its issuer did not sign. A proof that is over was once good, and so is what it names. */
const breaking: readonly CheckId[] = ['signature', 'signed-terms', 'signing-key', 'algorithm', 'claims'];

/**
 * The report on a credential whose proof was looked at: adds its structure, dates, status, recipient and endorsements
 * (Open Badges 3.0, "Verification and Validation"). A newer copy from the issuer takes its place. Never throws.
 */
export async function reportCredential(
  credential: OpenBadgeCredential,
  findings: ProofFindings,
): Promise<VerifierReport> {
  const { context, host, form, signingIssuerIsProven: isProven } = findings;
  // Nobody is asked on behalf of a document that its issuer did not sign.
  const isBroken = findings.checks.some(({ result, id }) => result === 'fail' && breaking.includes(id));
  const refreshed = isProven ? await refreshCredential(credential, context) : null;
  if (refreshed?.report) return withCheck(refreshed.report, refreshed.check);
  const endorsements = findEndorsements(credential);
  const { id, name, urls } = credential.issuer;
  return {
    ...emptyReport,
    checks: [
      ...findings.checks,
      checkStructure(credential),
      ...checkContextOrder(credential),
      ...checkDates(credential, context.io.now()),
      ...(isBroken ? [] : await checkStatus(credential, context)),
      ...(isBroken ? [] : await checkSchema(credential, context)),
      ...(refreshed?.check ? [refreshed.check] : []),
      ...endorsements.checks,
    ],
    checkedWith: host,
    badge: toBadge(credential),
    form,
    issuer: { id, name, urls, isProven },
    identities: credential.subjects.flatMap(toIdentities),
    endorsements: endorsements.subjects,
    ...(credential.kind === 'endorsement' ? { endorsementComment: toComment(credential) } : {}),
  };
}

function withCheck(report: VerifierReport, added: Check | null): VerifierReport {
  return added ? { ...report, checks: [...report.checks, added] } : report;
}

function toComment({ subjects }: OpenBadgeCredential): string {
  return subjects.map((subject) => textOf(subject['endorsementComment'])).find(Boolean) ?? '';
}

/** Open Badges wants its context second; platforms put their own before it, and what is said stays the same. */
function checkContextOrder({ json, kind }: OpenBadgeCredential): Check[] {
  if (kind !== 'badge' && kind !== 'endorsement') return [];
  const contexts = textsOf(json['@context']);
  const position = contexts.findIndex(isOpenBadgesContext);
  return position > 1 ? [check('context', 'fail', `${contexts[position]} is no. ${position + 1}`)] : [];
}

function checkStructure({ problems, types }: OpenBadgeCredential): Check {
  return check(
    'credential',
    problems.length === 0 ? 'pass' : 'fail',
    problems.join('; ') || types.join(', '),
  );
}

function checkDates({ validFrom, validUntil }: OpenBadgeCredential, now: Date): Check[] {
  const from = validFrom?.toISOString() ?? '';
  const until = validUntil?.toISOString() ?? '';
  const isEarly = validFrom !== null && isToCome(validFrom, now);
  const isLate = validUntil !== null && validUntil < now;
  const isBackwards = validFrom !== null && validUntil !== null && validUntil < validFrom;
  return [
    ...(isBackwards ? [check('dates', 'fail', `${until} < ${from}`)] : []),
    ...(validFrom ? [check('issued', isEarly ? 'fail' : 'pass', from)] : []),
    check('not-expired', isLate ? 'fail' : 'pass', until),
  ];
}

function toBadge({ name, issuer, validFrom, validUntil }: OpenBadgeCredential): VerifiedBadge {
  return {
    name,
    issuerName: issuer.name,
    issuedOn: validFrom?.toISOString().slice(0, 10) ?? '',
    expiresOn: validUntil?.toISOString().slice(0, 10) ?? null,
  };
}

/** Whom a subject is: its id, and the identifiers that the issuer knows (Open Badges 3.0, "IdentityObject"). */
function toIdentities(subject: Fields): RecipientIdentity[] {
  const id = textsOf(subject['id']).map((value) => ({ type: 'id', value, isHashed: false, salt: '' }));
  return [...id, ...listOf(subject['identifier']).flatMap(toIdentity)];
}

/** Words of IdentifierTypeEnum that have a word of Open Badges 2.0. */
const identityTypes = new Map([
  ['emailAddress', 'email'],
  ['name', 'name'],
  ['did', 'id'],
  ['identifier', 'id'],
  ['telephone', 'telephone'],
  ['url', 'url'],
]);

function toIdentity(identity: Fields): RecipientIdentity[] {
  const value = textOf(identity['identityHash']);
  const type = textOf(identity['identityType']);
  if (!value) return [];
  // `hashed` is required, but some issuers leave it out; the prefix says the same.
  const isHashed = identity['hashed'] === true || /^(?:md5|sha\d+)\$/i.test(value);
  return [{ type: identityTypes.get(type) ?? type, value, isHashed, salt: textOf(identity['salt']) }];
}
