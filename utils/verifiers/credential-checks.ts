import type { OpenBadgeCredential } from '../open-badges/v3';
import { listOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check, type VerifiedBadge } from '../verification';
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

/** Clocks of issuers run ahead of ours; the anchors allow the same five minutes. */
const clockSkew = 5 * 60_000;

/**
 * The report on a credential whose proof was looked at: adds its structure, dates, status, recipient and endorsements
 * (Open Badges 3.0, "Verification and Validation"). Never throws.
 */
export async function reportCredential(
  credential: OpenBadgeCredential,
  findings: ProofFindings,
): Promise<VerifierReport> {
  const { context, host } = findings;
  const own = [checkStructure(credential), ...checkDates(credential, context.io.now())];
  return {
    ...emptyReport,
    checks: [...findings.checks, ...own],
    checkedWith: host,
    badge: toBadge(credential),
    form: findings.form,
    issuer: {
      id: credential.issuer.id,
      name: credential.issuer.name,
      urls: credential.issuer.urls,
      isProven: findings.signingIssuerIsProven,
    },
    identities: credential.subjects.flatMap(toIdentities),
  };
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
  const isEarly = validFrom !== null && validFrom.getTime() > now.getTime() + clockSkew;
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
