import type { Criterion, Evidence } from './badge';
import { fromBase64 } from './base64';
import { safeUrl, type WebUrl } from './html';
import { parseMoment } from './open-badges/v2';
import { fieldsOf, listOf, textOf, textsOf } from './open-badges/v3-fields';
import { toPlainLine } from './plain-line';
import { findPlatformBadge } from './verifiers/platforms';
import { toAsked } from './verifiers/aliases';
import { badgeSources } from './sources/index';
import { toPlainText } from './sources/plain-text';

/** What a name may have; longer ones are no names. */
const maxName = 300;
const maxText = 20_000;
/** Skills, pieces of evidence, criteria: nobody reads more of one badge. */
const maxItems = 100;

/** A name as one harmless line. */
export function toName(value: unknown): string {
  return toPlainLine(textOf(value), maxName);
}

/** A longer text; markup that issuers put into it goes. */
export function toText(value: unknown): string {
  return toPlainText(textOf(value).slice(0, maxText));
}

/**
 * The day as the document prints it: never cut from a moment in another zone. A number or a text of another shape counts
 * by UTC. Null when it is no date.
 */
export function toDay(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const at = parseMoment(value);
  if (!at) return null;
  return /^\d{4}-\d{2}-\d{2}(?=$|[Tt ])/.exec(String(value).trim())?.[0] ?? at.toISOString().slice(0, 10);
}

/** `tag` and `tags`: text, or several between commas. */
export function toSkills(value: unknown): string[] {
  const words = textsOf(value).flatMap((text) => text.split(','));
  const skills = words.map((word) => toPlainLine(word, maxName)).filter((word) => word !== '');
  return [...new Set(skills)].slice(0, maxItems);
}

/** Criteria: an address, a text (1.x), or an object with either. */
export function toCriteria(value: unknown): Criterion[] {
  const items: unknown[] = [value].flat().slice(0, maxItems);
  return items.flatMap((item) => {
    const fields = fieldsOf(item);
    const address = typeof item === 'string' ? item : (fields?.['id'] ?? fields?.['@id']);
    const url = safeUrl(address);
    const narrative = typeof item === 'string' ? (url ? '' : item) : fields?.['narrative'];
    const text = toText(narrative);
    return text || url ? [{ text: text || (url ? new URL(url).hostname : ''), url }] : [];
  });
}

/** Evidence: addresses, or objects of 2.0 and 3.0. */
export function toEvidence(value: unknown): Evidence[] {
  const items: unknown[] = [value].flat().slice(0, maxItems);
  return items.flatMap((item) => {
    if (typeof item === 'string') {
      const url = safeUrl(item);
      return url ? [{ type: 'Evidence', name: '', description: '', url }] : [];
    }
    const [fields] = listOf(item);
    if (!fields) return [];
    const url = safeUrl(fields['id'] ?? fields['@id']);
    const description = toText(fields['narrative']) || toText(fields['description']);
    const name = toName(fields['name']);
    const type = toName(fields['genre']) || toName(fields['evidenceType']) || 'Evidence';
    return name || description || url ? [{ type, name, description, url }] : [];
  });
}

/** An image as documents name it: an address, or the picture itself (RFC 2397). */
export interface NamedImage {
  readonly url: WebUrl | null;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Larger drawings inside of a document are left out. */
const maxDataUrl = 2_000_000;

/** `image`: an address, a `data:` address, or an object with one as its id. */
export function toImage(value: unknown): NamedImage {
  const [item] = [value].flat();
  const address = typeof item === 'string' ? item : (fieldsOf(item)?.['id'] ?? fieldsOf(item)?.['@id']);
  if (typeof address !== 'string') return { url: null, bytes: null };
  if (/^data:/i.test(address)) return { url: null, bytes: fromDataUrl(address) };
  return { url: toAsked(address), bytes: null };
}

function fromDataUrl(address: string): Uint8Array<ArrayBuffer> | null {
  const parts = address.length <= maxDataUrl ? /^data:([^,]{0,200}),(.*)$/is.exec(address) : null;
  if (!parts) return null;
  const [, head = '', body = ''] = parts;
  try {
    if (/;\s*base64$/i.test(head)) return fromBase64(decodeURIComponent(body).replace(/\s+/g, ''));
    return new TextEncoder().encode(decodeURIComponent(body));
  } catch {
    return null;
  }
}

/**
 * The page for people that belongs to the address of a record: where one of our sources or a known platform keeps it; else
 * the address itself, which proves the badge to every verifier. Null for what is no web address.
 */
export function toPage(record: string | null): WebUrl | null {
  const asked = record ? toAsked(record) : null;
  if (!asked) return null;
  const url = new URL(asked);
  for (const source of badgeSources) {
    const id = source.parseBadgeUrl(url);
    const page = id ? source.badgePageUrl(id) : null;
    if (page) return page;
  }
  return findPlatformBadge(url)?.pageUrl ?? asked;
}

/** An id by which others may know the same award; null for one that is only unique to its issuer ("7", `urn:uid:7`). */
export function toGlobalId(id: string | null): string | null {
  return id && /^(?:https?:\/\/|did:|urn:(?!uid:))/i.test(id) ? id : null;
}
