import { isCredential } from '../open-badges/v3';
import { fieldsOf, idOf, listOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';

/** The credential in a JWT, and what its claims say beside it. */
export interface JwtCredential {
  readonly json: Fields;
  /** Whether the claims agree with the credential, and their own dates. */
  readonly checks: readonly Check[];
}

/** Clocks of issuers run ahead of ours. */
const skewMs = 5 * 60_000;

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
    ...(iss ? { issuer: iss } : {}),
    ...(jti ? { id: jti } : {}),
    ...credential,
    ...(sub ? { credentialSubject: withSubject(credential['credentialSubject'], sub) } : {}),
  };
  const differences = [
    ...differ('iss', iss, idOfIssuer(credential['issuer'])),
    ...(isList(credential)
      ? []
      : differ('sub', sub, idOf(listOf(credential['credentialSubject'])[0] ?? null))),
    ...differ('jti', jti, idOf(credential)),
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
    exp !== undefined && !until ? `exp ${String(exp)}` : '',
    nbf !== undefined && !from ? `nbf ${String(nbf)}` : '',
  ];
  const said = unreadable.filter(Boolean).join(', ');
  return [
    ...(said ? [check('dates', 'fail', said)] : []),
    ...(until && until < now ? [check('not-expired', 'fail', `exp ${until.toISOString()}`)] : []),
    ...(from && from.getTime() > now.getTime() + skewMs
      ? [check('issued', 'fail', `nbf ${from.toISOString()}`)]
      : []),
  ];
}

/** Claims of JWT that are no terms of a credential. `id` and `issuer` of the payload stay. */
function withoutClaims(payload: Fields): Fields {
  const claims = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf']);
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !claims.has(name)));
}

function idOfIssuer(issuer: unknown): string | null {
  return typeof issuer === 'string' ? issuer : idOf(fieldsOf(issuer));
}

function withSubject(subject: unknown, id: string): unknown {
  if (Array.isArray(subject)) return subject;
  return { id, ...fieldsOf(subject) };
}

function differ(name: string, claim: string, own: string | null): string[] {
  return claim && own && claim !== own ? [`${name} ${claim} ≠ ${own}`] : [];
}

/** Seconds since 1970 (NumericDate). */
function toDate(value: unknown): Date | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const at = new Date(value * 1000);
  return Number.isNaN(at.getTime()) ? null : at;
}

function contextsOf(credential: Fields): string[] {
  return [credential['@context']].flat().filter((entry) => typeof entry === 'string');
}
