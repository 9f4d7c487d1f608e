import type { Io } from '../io';
import {
  parseBadgeClass,
  parseProfile,
  type Assertion,
  type BadgeClass,
  type Parsed,
  type Place,
  type Profile,
  type Version,
} from '../open-badges/v2';
import { inWords } from '../open-badges/v3-fields';
import { check, type Check, type CheckId } from '../verification';
import { canonicalHost, isSameSite, isWebAddress, startsWith } from './aliases';
import { faultText, fetchByOwnId, isAt } from './fetch-document';
import type { IssuerClaim } from './verifier';

/** What the badge class and the issuer say, and whether they may speak for the assertion. */
export interface IssuerReport {
  readonly checks: readonly Check[];
  readonly badgeClass: BadgeClass | null;
  /** Address of the badge class's document; null for one that is embedded. */
  readonly badgeClassUrl: string | null;
  readonly profile: Profile | null;
  /** The address that answered with the profile in the end; null for one that is embedded. */
  readonly profileUrl: string | null;
  /** As the documents say; proven only where the rule of origin held. A signature proves more or less than that. */
  readonly claim: IssuerClaim | null;
}

type Reference = string | Readonly<Record<string, unknown>>;

/** A document that was named: what it says, and what happened on the way. */
export interface Read<T> {
  readonly value: T | null;
  readonly url: string | null;
  readonly checks: readonly Check[];
}

/**
 * Reads the badge class and the issuer that the assertion names, each from its own address even when it is embedded
 * (an embedded copy is the holder's word), and applies the issuer's rule of origin to a hosted assertion.
 * @param places addresses under which a hosted assertion was found; null for a signed one, which may lie anywhere
 */
export async function checkIssuer(
  assertion: Assertion,
  io: Io,
  places: readonly string[] | null = null,
): Promise<IssuerReport> {
  const from: Place = { url: places?.[0] ?? null, version: assertion.version };
  const badgeClass = await read(assertion.badge, 'badge-class', parseBadgeClass, from, io);
  const none = { badgeClass: null, badgeClassUrl: null, profile: null, profileUrl: null, claim: null };
  if (!badgeClass.value) return { checks: badgeClass.checks, ...none };
  const around: Place = { url: badgeClass.url ?? from.url, version: badgeClass.value.version };
  const profile = await readProfile(badgeClass.value.issuer, around, io);
  const origin = places && profile.value ? checkOrigin(places, badgeClass.value.id, profile.value) : null;
  return {
    checks: [...badgeClass.checks, ...profile.checks, ...(origin ? [origin] : [])],
    badgeClass: badgeClass.value,
    badgeClassUrl: badgeClass.url,
    profile: profile.value,
    profileUrl: profile.url,
    claim: toClaim(profile, origin),
  };
}

/** The profile of an issuer, also of one who endorses. */
export function readProfile(reference: Reference, from: Place, io: Io): Promise<Read<Profile>> {
  return read(reference, 'issuer-profile', parseProfile, from, io);
}

/** Who issued it, in the words of the profile. An id that only redirects to another site proves nothing of its host. */
export function toClaim({ value, url }: Read<Profile>, origin: Check | null): IssuerClaim | null {
  if (!value) return null;
  const isOwn = url === null || isSameSite(value.id, url);
  const isProven = origin?.result === 'pass' && isWebAddress(value.id) && isOwn;
  return { id: value.id, name: value.name, urls: value.url ? [value.url] : [], isProven };
}

async function read<T extends { id: string; name: string; version: Version }>(
  reference: Reference,
  id: CheckId,
  parse: (json: unknown, place: Place) => Parsed<T>,
  from: Place,
  io: Io,
): Promise<Read<T>> {
  const address = addressOf(reference, from);
  // 0.5 has one document for everything; an id without address stands for what is embedded (facts, section 5, no. 12).
  if (typeof reference !== 'string' && (from.version === '0.5' || !address)) {
    const { version } = from;
    const parsed = parse(reference, { url: null, ...(version ? { version } : {}) });
    if (!parsed.ok) return unread(check(id, 'fail', parsed.reason));
    return { value: parsed.value, url: null, checks: [check(id, 'pass', parsed.value.name)] };
  }
  if (!address) return unread(check(id, 'unknown', `${inWords(reference)} is no address`));
  const fetched = await fetchByOwnId(address, io);
  const { host } = fetched;
  if (fetched.kind === 'unreachable') return unread(check(id, 'unknown', faultText(fetched.error), host));
  if (fetched.kind === 'nothing')
    return unread(check(id, 'unknown', `${fetched.url}: ${fetched.reason}`, host));
  const parsed = parse(fetched.json, { url: fetched.addresses[0] ?? fetched.url });
  if (!parsed.ok) return unread(check(id, 'fail', parsed.reason, host));
  const { value } = parsed;
  const isSame = !isWebAddress(value.id) || isAt(value.id, fetched);
  const said = isSame ? value.name : `${value.id} ≠ ${fetched.url}`;
  return {
    value,
    url: fetched.url,
    checks: [...fetched.notes, check(id, isSame ? 'pass' : 'fail', said, host)],
  };
}

/** Where the thing that is named lies; null when it has no address. */
function addressOf(reference: Reference, { url }: Place): string | null {
  const id = typeof reference === 'string' ? reference : (reference['id'] ?? reference['@id']);
  if (typeof id !== 'string' || id === '') return null;
  if (isWebAddress(id)) return id;
  const isRelative = !/^[a-z_][a-z0-9+.-]*:/i.test(id);
  return isRelative && url && URL.canParse(id, url) ? new URL(id, url).href : null;
}

function unread<T>(found: Check): Read<T> {
  return { value: null, url: null, checks: [found] };
}

/**
 * Where assertions of this issuer may lie (Open Badges 2.0, "VerificationObject" and "HostedBadge Verification"):
 * within `startsWith` and `allowedOrigins` where the issuer says so, else assertion and badge class on the issuer's own
 * host. An issuer without a web address has no host to hold to: its name is then its own word.
 */
export function checkOrigin(places: readonly string[], badgeClassId: string | null, profile: Profile): Check {
  if (!isWebAddress(profile.id))
    return check('issuer-origin', 'pass', `${profile.id || profile.name} names no host`);
  const prefixes = profile.verification?.startsWith ?? [];
  const origins = profile.verification?.allowedOrigins ?? [];
  const hasPolicy = prefixes.length + origins.length > 0;
  const hosts = hasPolicy ? origins.map(toHost) : [canonicalHost(profile.id)];
  const judged = [...places, ...(hasPolicy || !badgeClassId ? [] : [badgeClassId])].filter(isWebAddress);
  const isAllowed = (address: string) =>
    (prefixes.length === 0 || prefixes.some((prefix) => startsWith(address, prefix))) &&
    (hosts.length === 0 || hosts.includes(canonicalHost(address)));
  const outside = judged.filter((address) => !isAllowed(address));
  const allowed = [...prefixes, ...hosts].join(', ');
  const isRight = judged.length > 0 && outside.length === 0;
  return check('issuer-origin', isRight ? 'pass' : 'fail', `${outside[0] ?? judged[0] ?? '–'} / ${allowed}`);
}

/** Where a hosted record counts as lying: at its id, and where a redirect to another site led. */
export function placesOf(id: string, url: string): readonly string[] {
  if (!isWebAddress(id)) return [url];
  return isSameSite(id, url) ? [id] : [id, url];
}

/** Origins are meant to be hosts, but are published with scheme and slash as well (facts, section 5, no. 10). */
function toHost(origin: string): string | null {
  const text = origin.trim();
  return canonicalHost(/^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}/`);
}
