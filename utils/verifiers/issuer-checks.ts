import type { Io } from '../io';
import { parseBadgeClass, parseProfile, type Assertion, type Parsed, type Profile } from '../open-badges/v2';
import type { Check, CheckId } from '../verification';
import { canonicalHost, canonicalId } from './aliases';
import { fetchByOwnId } from './fetch-document';

/** What the badge class and the issuer say, and whether they may speak for the assertion. */
export interface IssuerReport {
  readonly checks: readonly Check[];
  readonly name: string;
  readonly issuerName: string;
}

type Reference = string | { readonly id: string };
type Read<T> = { readonly value: T | null; readonly check: Check };

/**
 * Reads the badge class and the issuer that the assertion names, each from its own address even when it is embedded
 * (an embedded copy is the holder's word), and applies the issuer's rule of origin.
 */
export async function checkIssuer(assertion: Assertion, io: Io): Promise<IssuerReport> {
  const badgeClass = await read(assertion.badge, 'badge-class', parseBadgeClass, io);
  if (!badgeClass.value) return { checks: [badgeClass.check], name: '', issuerName: '' };
  const { name, issuer } = badgeClass.value;
  const profile = await read(issuer, 'issuer-profile', parseProfile, io);
  const origin = profile.value ? [checkOrigin(assertion, badgeClass.value.id, profile.value)] : [];
  return {
    checks: [badgeClass.check, profile.check, ...origin],
    name,
    issuerName: profile.value?.name ?? '',
  };
}

async function read<T extends { id: string; name: string }>(
  reference: Reference,
  id: CheckId,
  parse: (json: unknown) => Parsed<T>,
  io: Io,
): Promise<Read<T>> {
  const address = typeof reference === 'string' ? reference : reference.id;
  const fetched = await fetchByOwnId(address, io);
  const { host } = fetched;
  if (fetched.kind === 'unreachable')
    return unread({ id, result: 'unknown', detail: fetched.error.message, host });
  if (fetched.kind === 'nothing') return unread({ id, result: 'unknown', detail: fetched.reason, host });
  const parsed = parse(fetched.json);
  if (!parsed.ok) return unread({ id, result: 'fail', detail: parsed.reason, host });
  const isSame = canonicalId(parsed.value.id) === canonicalId(fetched.url);
  const detail = isSame ? parsed.value.name : `${parsed.value.id} ≠ ${fetched.url}`;
  return { value: parsed.value, check: { id, result: isSame ? 'pass' : 'fail', detail, host } };
}

function unread<T>(check: Check): Read<T> {
  return { value: null, check };
}

/**
 * Where assertions of this issuer may lie (Open Badges 2.0, "VerificationObject"): `startsWith` or `allowedOrigins`
 * of the issuer, else the issuer's own host. The badge class must be from there, too.
 */
function checkOrigin(assertion: Assertion, badgeClassId: string, profile: Profile): Check {
  const { startsWith = [], allowedOrigins = [] } = profile.verification ?? {};
  const hosts = allowedOrigins.map(toHost);
  const allowed = hosts.length > 0 ? hosts : [canonicalHost(profile.id)];
  const isAllowed = (address: string) =>
    startsWith.length > 0
      ? startsWith.some((prefix) => canonicalId(address).startsWith(canonicalId(prefix)))
      : allowed.includes(canonicalHost(address));
  const result = isAllowed(assertion.id) && isAllowed(badgeClassId) ? 'pass' : 'fail';
  return { id: 'issuer-origin', result, detail: `${assertion.id}: ${allowed.join(', ')}`, host: null };
}

/** Origins are meant to be hosts, but are published with scheme and slash as well (facts, section 5, no. 10). */
function toHost(origin: string): string | null {
  return canonicalHost(origin.includes('://') ? origin : `https://${origin}/`);
}
