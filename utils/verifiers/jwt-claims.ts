import { isToCome } from '../open-badges/moment';
import { isCredential } from '../open-badges/v3';
import { fieldsOf, idOf, inWords, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { isSameParty } from './keys';

/** The credential in a JWT, and what its claims say beside it. */
export interface JwtCredential {
  readonly json: Fields;
  /** Whether the claims agree with the credential, and their own dates. */
  readonly checks: readonly Check[];
}

/**
 * The credential that a JWT holds: in the `vc` claim (VC data model 1.1, section 6.3.1), or as the payload itself
 * (Securing Verifiable Credentials using JOSE and COSE). Claims fill in what the credential leaves to them; where both
 * speak, they must say the same. Of dates the stricter counts: issuers write them with more or fewer digits.
 */
export function readClaims(payload: Fields, now: Date): JwtCredential {
  const inner = fieldsOf(payload['vc']);
  const credential = inner ?? withoutClaims(payload);
  const iss = issuerClaim(payload);
  const [sub, jti] = [textOf(payload['sub']), textOf(payload['jti'])];
  const [notBefore, expires] = [toDate(payload['nbf'] ?? payload['iat']), toDate(payload['exp'])];
  const isOlder =
    'issuanceDate' in credential || contextsOf(credential).some((name) => name.includes('/2018/'));
  const [from, until] = isOlder ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
  const json: Fields = {
    ...(notBefore ? { [from]: notBefore.toISOString() } : {}),
    ...(expires ? { [until]: expires.toISOString() } : {}),
    ...(jti ? { id: jti } : {}),
    ...credential,
    ...(iss ? { issuer: withId(credential['issuer'] ?? iss, iss) } : {}),
    ...(sub ? { credentialSubject: withId(credential['credentialSubject'], sub) } : {}),
  };
  const differences = [
    ...differ('iss', iss, idsOf(credential['issuer']), isSameParty),
    ...(isList(credential) ? [] : differ('sub', sub, idsOf(credential['credentialSubject']))),
    ...differ('jti', jti, idsOf(credential), (own, claim) => own === claim || own === `urn:uuid:${claim}`),
    // A payload that is a credential itself has no place for them (JOSE and COSE, section 3.1.3).
    ...(isCredential(payload)
      ? ['vc', 'vp'].filter((name) => name in payload).map((name) => `${name} beside a credential`)
      : []),
  ];
  const agree = check('claims', differences.length > 0 ? 'fail' : 'pass', differences.join('; '));
  return { json, checks: [agree, ...checkOwnDates(payload, now)] };
}

/** A list of statuses is about nobody; walt.id names its issuer in `sub`. */
function isList({ type }: Fields): boolean {
  return textsOf(type).some((name) => /(?:Status|Revocation)List(?:20\d\d)?Credential$/.test(name));
}

/** `iss`; walt.id writes it with the quotes of JSON around it (facts on verification, section 5, no. 20). */
export function issuerClaim(payload: Fields): string {
  const { iss } = payload;
  return (typeof iss === 'string' ? iss : (idOf(fieldsOf(iss)) ?? '')).replace(/^"(.*)"$/, '$1');
}

/** The token itself may be over before its credential is, or not begin yet (RFC 7519, sections 4.1.4 and 4.1.5). */
function checkOwnDates({ exp, nbf }: Fields, now: Date): Check[] {
  const [until, from] = [toDate(exp), toDate(nbf)];
  const unreadable = [
    isGiven(exp) && !until ? `exp ${inWords(exp)}` : '',
    isGiven(nbf) && !from ? `nbf ${inWords(nbf)}` : '',
  ];
  const said = unreadable.filter(Boolean).join(', ');
  return [
    ...(said ? [check('dates', 'fail', said)] : []),
    ...(until && until < now ? [check('not-expired', 'fail', `exp ${until.toISOString()}`)] : []),
    ...(from && isToCome(from, now) ? [check('issued', 'fail', `nbf ${from.toISOString()}`)] : []),
  ];
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Claims of JWT that are no terms of a credential. `id` and `issuer` of the payload stay. */
function withoutClaims(payload: Fields): Fields {
  const claims = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf']);
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !claims.has(name)));
}

/** Ids of an issuer or of subjects, which may be bare. */
function idsOf(value: unknown): readonly string[] {
  const ids = [value].flat().map((item) => (typeof item === 'string' ? item : idOf(fieldsOf(item))));
  return ids.filter((id) => id !== null);
}

/** An object without an id gets that of the claim; nothing is made up where there is no object. */
function withId(value: unknown, id: string): unknown {
  const fields = Array.isArray(value) || idsOf(value).length > 0 ? null : fieldsOf(value);
  return fields ? { ...fields, id } : value;
}

/** What a claim says otherwise than all of the ids that it may stand for. */
function differ(
  name: string,
  claim: string,
  own: readonly string[],
  isSame = (one: string, other: string) => one === other,
): string[] {
  if (!claim || own.length === 0 || own.some((id) => isSame(id, claim))) return [];
  return [`${name} ${claim} ≠ ${own.join(', ')}`];
}

/** Seconds since 1970 (NumericDate); some write them as text, or in milliseconds (facts, section 5, no. 14). */
function toDate(value: unknown): Date | null {
  const isNumeric =
    typeof value === 'number' || (typeof value === 'string' && /^\d{1,16}(?:\.\d+)?$/.test(value));
  const seconds = isNumeric ? Number(value) : Number.NaN;
  const at = new Date(seconds > 1e11 ? seconds : seconds * 1000);
  return Number.isNaN(at.getTime()) ? null : at;
}

function contextsOf(credential: Fields): string[] {
  return [credential['@context']].flat().filter((entry) => typeof entry === 'string');
}
