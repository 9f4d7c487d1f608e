import type { Badge } from '../badge';

/** Controls other than the tab and the line break: no text format has a place for them. */
const controls = /[^\P{Cc}\t\n]/gu;

/** Somebody else's text with `\n` for every line break, and nothing that UTF-8 or a text file cannot hold. */
export function toText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The same as one line. */
export function toLine(text: string): string {
  return toText(text).replace(/\s+/g, ' ').trim();
}

/** The day, where it is one: sources print what they like. */
export function dayIn(text: string | null): string | null {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const moment = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text) ? text : null;
}

/** "Issuer, 2026-05-14": what stands under a badge's name. */
export function issuerAndDay(badge: Badge): string {
  return [toLine(badge.issuer.name), dayIn(badge.issuedOn)].filter(Boolean).join(', ');
}
