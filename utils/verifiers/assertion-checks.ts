import { isToCome } from '../open-badges/moment';
import type { Assertion, IdentityObject } from '../open-badges/v2';
import { check, type Check } from '../verification';
import { splitHash } from './identity';
import type { RecipientIdentity } from './verifier';

/** Nobody has more; each is hashed for every address of a profile. */
const maxIdentities = 20;
/** A local time without zone may be as much earlier as the first place on earth to have it. */
const earliestZoneMs = 14 * 3_600_000;

/**
 * What an assertion says of its recipient and its dates, whatever proves it (Open Badges 2.0, "Assertion"). An issue
 * date in the future makes it invalid, not "not yet valid": that word is of 3.0.
 */
export function assertionChecks(assertion: Assertion, now: Date, host: string | null): readonly Check[] {
  return [checkIdentity(assertion, host), ...checkDates(assertion, now, host)];
}

function checkDates({ issuedOn, expires }: Assertion, now: Date, host: string | null): Check[] {
  const tolerance = issuedOn?.isWithoutZone ? earliestZoneMs : 0;
  const isFuture = issuedOn !== null && isToCome(issuedOn.at, now, tolerance);
  const isReversed = issuedOn !== null && expires !== null && expires.at < issuedOn.at;
  const said = `issuedOn ${toText(issuedOn)}, expires ${toText(expires)}`;
  const isExpired = expires !== null && expires.at < now;
  return [
    check('dates', isFuture || isReversed ? 'fail' : 'pass', said, host),
    check('not-expired', isExpired ? 'fail' : 'pass', `expires ${toText(expires)}`, host),
  ];
}

function toText(moment: Assertion['issuedOn']): string {
  return moment?.at.toISOString() ?? '–';
}

/** The recipient is well-formed; whom it names is another axis (section "IdentityObject"). */
function checkIdentity({ recipient }: Assertion, host: string | null): Check {
  const fault = recipient.map(identityFault).find((reason) => reason !== null);
  if (fault) return check('recipient-identity', 'fail', fault, host);
  const said = recipient.map((item) => `${typeOf(item)}${isHashed(item) ? ', hashed' : ''}`);
  return check('recipient-identity', 'pass', said.join('; '), host);
}

function identityFault(object: IdentityObject): string | null {
  for (const identity of object.identity) {
    const hash = splitHash(identity);
    if (object.hashed === true && !hash)
      return `hashed, but ${identity.slice(0, 40)} is no hash of a known kind`;
    if (object.hashed === false && hash) return `not hashed, but ${identity.slice(0, 40)} is a hash`;
    if (identity.trim() === '') return 'the identity is empty';
    if (!hash && typeOf(object) === 'email' && !/^[^@\s]+@[^@\s]+$/.test(identity.trim()))
      return `${identity.slice(0, 40)} is no e-mail address`;
  }
  return null;
}

/** The recipient for comparing. Without `hashed` the look of the identity decides. */
export function identitiesOf({ recipient }: Assertion): readonly RecipientIdentity[] {
  const identities = recipient.flatMap((object) =>
    object.identity.map((value) => ({
      type: typeOf(object),
      value,
      isHashed: isHashed(object),
      salt: object.salt ?? '',
    })),
  );
  return identities.slice(0, maxIdentities);
}

function isHashed({ hashed, identity }: IdentityObject): boolean {
  return hashed ?? identity.some((value) => splitHash(value) !== null);
}

/** `email` where nothing is said: there was nothing else before 2.0. */
function typeOf({ type }: IdentityObject): string {
  return type?.[0]?.replace(/^.*[:#/]/, '') ?? 'email';
}
