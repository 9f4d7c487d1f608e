import { AppError, toAppError, type ErrorCode, ofOneAddress } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import { finalUrl, type Io } from '../io';
import { parseJsonText } from '../open-badges/json-text';
import { isObject, withPlainNames, type Json } from '../open-badges/v1';
import { throwForStatus } from '../read-json';

/** A badge's record as its host keeps it, not yet trusted. It holds the hash of an e-mail address: never stored. */
export interface HostedRecord {
  /** The address that answered in the end. */
  readonly url: WebUrl;
  /** An assertion of Open Badges 1.x or 2.0, or a credential of 3.0. */
  readonly assertion: Json;
  /** Null where it is embedded in the assertion, or there is none (3.0, and what was taken back). */
  readonly badgeClass: Json | null;
  /** Null where it is embedded, or could not be had for good. */
  readonly issuer: Json | null;
  /** The host says that the issuer took it back (status 410, or in the record itself). */
  readonly isRevoked: boolean;
}

/** Faults that stay: without that part the badge is less, not wrong. All others come and go, and are thrown. */
const lasting: ReadonlySet<ErrorCode> = new Set([...ofOneAddress, 'permission-needed']);
/** A class may hold its picture. */
const maxBytes = 3_000_000;
/** With HTML acceptable several platforms answer a page for people (facts on verification, section 5, no. 2). */
const accept = 'application/ld+json, application/json;q=0.9';

/**
 * The record behind the first of these addresses that has one, with its class and issuer, each where it lies.
 * @param urls addresses of one and the same assertion, best first
 * @throws AppError `not-found` when none of them has it, and the faults of the network
 */
export async function fetchHostedRecord(urls: readonly WebUrl[], io: Io): Promise<HostedRecord> {
  return completeRecord(await fetchFirst(urls, io), io);
}

/** The record that an assertion is, with its class and issuer, each where it lies. */
export async function completeRecord(found: Found, io: Io): Promise<HostedRecord> {
  const assertion = found.json;
  const isRevoked = found.isGone || assertion['revoked'] === true;
  const whole = { url: found.url, assertion, badgeClass: null, issuer: null, isRevoked };
  // What was taken back is often no more than that (Open Badges 2.0, "Hosted verification").
  if (isCredential(assertion) || (isRevoked && !assertion['badge'])) return whole;
  const badgeClass = await fetchPart(assertion['badge'], io);
  const own = badgeClass ?? (isObject(assertion['badge']) ? assertion['badge'] : {});
  return { ...whole, badgeClass, issuer: await fetchIssuer(own['issuer'], io) };
}

/** True for Open Badges 3.0. */
export function isCredential(json: Json): boolean {
  return [json['type']].flat().includes('VerifiableCredential');
}

/** An assertion, and where it was found. */
export interface Found {
  readonly url: WebUrl;
  readonly json: Json;
  readonly isGone: boolean;
}

async function fetchFirst(urls: readonly WebUrl[], io: Io): Promise<Found> {
  let fault: AppError | null = null;
  for (const url of urls) {
    try {
      return await fetchJson(url, io);
    } catch (cause) {
      const error = toAppError(cause);
      if (!lasting.has(error.code) || error.code === 'permission-needed') throw error;
      fault ??= error;
    }
  }
  throw fault ?? new AppError('unsupported-badge', 'no address');
}

/** The document behind a reference; null for one that stands there itself. */
async function fetchPart(reference: unknown, io: Io): Promise<Json | null> {
  const own = isObject(reference) ? withPlainNames(reference) : null;
  if (own && 'name' in own) return null;
  const url = toAsked(own ? own['id'] : reference);
  if (!url) throw new AppError('bad-response', 'the badge class is named by no address');
  return (await fetchJson(url, io)).json;
}

/** An issuer that cannot be had for good costs its name, not the badge. */
async function fetchIssuer(reference: unknown, io: Io): Promise<Json | null> {
  try {
    return await fetchPart(reference, io);
  } catch (cause) {
    const error = toAppError(cause);
    if (!lasting.has(error.code)) throw error;
    return null;
  }
}

/** Old records name themselves with http; only https is asked. */
function toAsked(reference: unknown): WebUrl | null {
  return typeof reference === 'string' ? safeUrl(reference.trim().replace(/^http:/i, 'https:')) : null;
}

async function fetchJson(url: WebUrl, io: Io): Promise<Found> {
  const response = await io.fetch(url, { accept, maxBytes, redirect: 'follow', revalidate: true });
  const isGone = response.status === 410;
  if (!isGone) throwForStatus(response, io.now());
  const read = parseJsonText(await response.text());
  const json = read.kind === 'json' && isObject(read.value) ? withPlainNames(read.value) : null;
  const { hostname } = new URL(url);
  if (!isGone && read.kind !== 'json') throw new AppError('not-json', `${hostname}: ${read.reason}`);
  if (!isGone && !json) throw new AppError('bad-response', `${hostname}: no JSON object`);
  return { url: toAsked(finalUrl(response, url)) ?? url, json: json ?? {}, isGone };
}
