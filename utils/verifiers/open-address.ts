import { toAppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import { finalUrl, type Io } from '../io';
import {
  accredibleAssertion,
  accredibleIdIn,
  accredibleRecordIn,
  isAccrediblePage,
} from '../sources/accredible-page';
import { check, type Check } from '../verification';
import { toAsked } from './aliases';
import { acceptFor, faultText } from './fetch-document';
import { isCredential } from './legacy-json';
import { openGraph } from './page-text';
import { findPlatformBadge, findShownBadge, isLearnSharePage } from './platforms';
import { readContent } from './read-content';
import type { HostedSubject, Subject } from './verifier';

/** What an address led to. */
export interface OpenedAddress {
  readonly subject: Subject | null;
  readonly checks: readonly Check[];
  /** The page for people. */
  readonly pageUrl: WebUrl | null;
  /** The e-mail address that the link says its badge is for: somebody's word, to be compared with the record. */
  readonly recipientHint?: string | null;
}

/** Pictures hold badges, too. */
const maxBytes = 6_000_000;

/** The badge behind an address: a platform's page, an assertion, a baked picture, a JWT. Never throws. */
export async function openAddress(address: URL, io: Io): Promise<OpenedAddress> {
  const known = openPlatform(address);
  if (known) return known;
  const url = toAsked(address.href);
  if (!url)
    return {
      subject: null,
      checks: [check('assertion-reachable', 'unknown', `${address.href}: not https`)],
      pageUrl: null,
    };
  if (isLearnSharePage(address) || findShownBadge(address)) return openShownPage(url, io);
  if (isAccrediblePage(address)) return openAccrediblePage(url, io);
  return openOther(url, io);
}

/** A platform's badge: its record lies where the platform says. */
function openPlatform(address: URL): OpenedAddress | null {
  const badge = findPlatformBadge(address);
  if (!badge) return null;
  const { assertionUrls, pageUrl, isExactId, recipientHint } = badge;
  return {
    subject: { kind: 'hosted', assertionUrls, pageUrl, isExactId },
    checks: [],
    pageUrl,
    recipientHint,
  };
}

/**
 * Microsoft Learn, Coursera and others publish credentials as pages: no record, no signature. All that is proved is that
 * their site shows this page.
 */
async function openShownPage(url: WebUrl, io: Io): Promise<OpenedAddress> {
  const { host } = new URL(url);
  try {
    const response = await io.fetch(url, { accept: 'text/html', maxBytes: 2_000_000, redirect: 'follow' });
    const title = response.ok ? openGraph(await response.text(), 'title') : null;
    const shown = response.ok
      ? `${host} shows this page${title ? ` (“${title}”)` : ''}`
      : `${host}: status ${response.status}`;
    const proof = response.ok ? `${shown}; it is not signed and names no Open Badges record` : shown;
    return {
      subject: null,
      checks: [check('page-proof', response.ok ? 'fail' : 'unknown', proof, host)],
      pageUrl: url,
    };
  } catch (cause) {
    return {
      subject: null,
      checks: [check('page-proof', 'unknown', faultText(toAppError(cause)), host)],
      pageUrl: url,
    };
  }
}

/** The short code in the link is not the record's id; the page names it. */
async function openAccrediblePage(url: WebUrl, io: Io): Promise<OpenedAddress> {
  const { host } = new URL(url);
  try {
    const response = await io.fetch(url, { accept: 'text/html', maxBytes: 2_000_000, redirect: 'follow' });
    const id = response.ok ? accredibleIdIn(await response.text()) : null;
    const record = id ? safeUrl(accredibleAssertion(id)) : null;
    if (record) return { ...hostedAt([record], url), pageUrl: url };
    const detail = response.ok ? 'the page names no Open Badges record' : `status ${response.status}`;
    return { subject: null, checks: [check('page-proof', 'unknown', detail, host)], pageUrl: url };
  } catch (cause) {
    return {
      subject: null,
      checks: [check('page-proof', 'unknown', faultText(toAppError(cause)), host)],
      pageUrl: url,
    };
  }
}

/** Anything else is judged by what it holds, never by its name or media type (facts, section 5, no. 3). */
async function openOther(url: WebUrl, io: Io): Promise<OpenedAddress> {
  const record = { ...hostedAt([url], null), pageUrl: null };
  try {
    const response = await io.fetch(url, { accept: acceptFor(url), maxBytes, redirect: 'follow' });
    if (!response.ok) return record;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (isPage(bytes)) return openBranded(bytes) ?? record;
    const answered = toAsked(finalUrl(response, url)) ?? url;
    const content = await readContent(bytes, { container: 'url', url: answered });
    const json = content.subject?.kind === 'json' ? content.subject : null;
    // A record of 2.0 is verified by its address; one inside of a picture is a copy, and names its own.
    if (json?.from.container === 'url' && !isCredential(json.json)) return record;
    return { ...content, pageUrl: null };
  } catch {
    // What went wrong is said by the verifier that asks again; the answer is remembered.
    return record;
  }
}

/** Accredible under a customer's own name. What is shown for it is Accredible's page: this one might say anything. */
function openBranded(page: Uint8Array): OpenedAddress | null {
  const id = accredibleRecordIn(new TextDecoder().decode(page));
  return id ? openPlatform(new URL(accredibleAssertion(id))) : null;
}

/** A page for people; what it links is looked for where records are fetched. */
function isPage(bytes: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 600))
    .replace(/^\ufeff/, '')
    .trimStart();
  return /^<(?:!doctype html|html|head|body|!--)/i.test(start);
}

function hostedAt(
  assertionUrls: readonly WebUrl[],
  pageUrl: WebUrl | null,
): { subject: HostedSubject; checks: [] } {
  return { subject: { kind: 'hosted', assertionUrls, pageUrl, isExactId: false }, checks: [] };
}
