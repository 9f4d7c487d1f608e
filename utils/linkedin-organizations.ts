import { fromBase64 } from './base64';
import { safeUrl, type WebUrl } from './html';
import { readBakedImage } from './open-badges/baked-image';
import { parseJsonText } from './open-badges/json-text';
import { isObject } from './open-badges/v1';
import { toPlainLine } from './plain-line';

/**
 * Who is to be picked in LinkedIn's form. There is no table of ours: no page's number is known to us from a source that we
 * could name, so it comes from the badge itself or from the user, and without either the issuer's name is all there is.
 */
export interface LinkedInOrganization {
  /** As the form lists it, where that is not the issuer's name. */
  readonly name: string | null;
  /** What `organizationId` takes. */
  readonly number: string | null;
  /** Its page, to see that it is the right one. */
  readonly page: WebUrl | null;
}

/** The user's own word on one issuer, as it was typed. */
export interface OrganizationChoice {
  readonly issuer: string;
  readonly text: string;
}

/** Longer than any name that LinkedIn lists, by our guess. */
const maxLength = 200;
const number = /^\d{1,15}$/;

/** A name, a page's address or its number; null for other addresses, and for nothing at all. */
export function readOrganization(typed: string): LinkedInOrganization | null {
  const text = typed.trim();
  if (text === '' || text.length > maxLength) return null;
  if (number.test(text)) return ofNumber(text);
  // "Booking.com" is a name, "booking.com/company" an address.
  const isAddress = /^[a-z]+:\S|^(?:[a-z0-9-]+\.)+[a-z]+\/\S*$/i.test(text);
  if (isAddress) return ofAddress(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
  return { name: toPlainLine(text, maxLength), number: null, page: null };
}

function ofNumber(digits: string): LinkedInOrganization {
  // That LinkedIn leads from the number to the page's own address is a guess; nothing else hangs on it.
  return {
    name: null,
    number: digits,
    page: safeUrl(`https://www.linkedin.com/company/${digits}/`),
  };
}

function ofAddress(text: string): LinkedInOrganization | null {
  const url = safeUrl(text.replace(/^http:/i, 'https:'));
  if (!url) return null;
  const { hostname, pathname } = new URL(url);
  if (hostname !== 'linkedin.com' && !hostname.endsWith('.linkedin.com')) return null;
  const [, kind, page] = /^\/(company|school|showcase)\/([^/]+)/.exec(pathname) ?? [];
  if (!kind || !page) return null;
  if (number.test(page) && kind === 'company') return ofNumber(page);
  return { name: null, number: null, page: safeUrl(`https://www.linkedin.com/${kind}/${page}/`) };
}

/**
 * The page that an Open Badges 3.0 credential names for its issuer: an `otherIdentifier` of the type
 * `ext:LinkedIn:organizationId`. `bytes` are JSON, a JWT, or a PNG or SVG that carries one; what is none of them names
 * nobody.
 */
export function organizationOfOriginal(bytes: Uint8Array): LinkedInOrganization | null {
  const baked = readBakedImage(bytes);
  if (!baked) return organizationOf(bytes);
  for (const { text } of baked.texts) {
    const found = organizationOf(new TextEncoder().encode(text));
    if (found) return found;
  }
  return null;
}

function organizationOf(bytes: Uint8Array): LinkedInOrganization | null {
  const json = readCredential(bytes);
  const credential = isObject(json) && isObject(json['vc']) ? json['vc'] : json;
  const issuer = isObject(credential) ? credential['issuer'] : null;
  const others = isObject(issuer) ? [issuer['otherIdentifier']].flat() : [];
  for (const other of others) {
    if (!isObject(other) || other['identifierType'] !== 'ext:LinkedIn:organizationId') continue;
    const digits = String(other['identifier']).trim();
    if (number.test(digits)) return ofNumber(digits);
  }
  return null;
}

const jwt = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

function readCredential(bytes: Uint8Array): unknown {
  const read = parseJsonText(bytes);
  if (read.kind === 'json') return read.value;
  const payload = jwt.exec(new TextDecoder().decode(bytes).trim())?.[1];
  if (!payload) return null;
  try {
    const inner = parseJsonText(fromBase64(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return inner.kind === 'json' ? inner.value : null;
  } catch {
    return null; // Not base64: a text with two dots.
  }
}

/** What the user said about this issuer; an issuer is known by its name, in whatever case. */
export function findChoice(choices: readonly OrganizationChoice[], issuer: string): string | null {
  return choices.find((choice) => choice.issuer === toKey(issuer))?.text ?? null;
}

/** The choices with this one; an empty text takes the choice back. */
export function withChoice(
  choices: readonly OrganizationChoice[],
  issuer: string,
  text: string,
): readonly OrganizationChoice[] {
  const others = choices.filter((choice) => choice.issuer !== toKey(issuer));
  return text.trim() === '' ? others : [...others, { issuer: toKey(issuer), text: text.trim() }];
}

function toKey(issuer: string): string {
  return issuer.normalize('NFKC').trim().toLowerCase();
}
