import { toAppError } from '../errors';
import { check, type Check } from '../verification';
import { toAsked } from './aliases';
import { faultText } from './fetch-document';
import { readContent } from './read-content';
import type { Subject, VerifyContext } from './verifier';

/** Whose status is asked for. Null where that is not known: an entry may stand for itself. */
export interface StatusBearer {
  readonly id: string | null;
  readonly issuerId: string | null;
}

/** A list that a badge or its issuer names, or why it could not be read. */
export type StatusDocument =
  | { readonly kind: 'read'; readonly subject: Subject; readonly host: string; readonly url: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly host: string | null };

const accept =
  'application/vc, application/vc+jwt, application/vc+ld+json, application/ld+json, application/json;q=0.9, application/jwt;q=0.8, */*;q=0.1';
const maxBytes = 2_000_000;

/**
 * Fetches a list. A list that cannot be had leaves its question open, and that must be said: who blocks it could
 * otherwise make a revoked badge valid (w3c/vc-bitstring-status-list, issue 39). Never throws.
 */
export async function fetchStatusDocument(address: unknown, context: VerifyContext): Promise<StatusDocument> {
  const url = typeof address === 'string' ? toAsked(address) : null;
  if (!url) return { kind: 'unreadable', reason: `no address of a list: ${inShort(address)}`, host: null };
  const host = new URL(url).hostname;
  try {
    const response = await context.io.fetch(url, { accept, maxBytes, redirect: 'follow' });
    if (!response.ok) return { kind: 'unreadable', reason: `${url}: status ${response.status}`, host };
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { subject, checks } = await readContent(bytes, { container: 'url', url });
    const reason = `${url}: ${checks[0]?.detail ?? 'no list'}`;
    return subject ? { kind: 'read', subject, host, url } : { kind: 'unreadable', reason, host };
  } catch (cause) {
    return { kind: 'unreadable', reason: `${url}: ${faultText(toAppError(cause))}`, host };
  }
}

/** Says whether the issuer keeps the list itself; services keep lists for many issuers, so it decides nothing. */
export function checkStatusIssuer(listIssuer: string | null, bearer: StatusBearer, host: string): Check[] {
  if (!listIssuer || !bearer.issuerId) return [];
  const isSame = listIssuer === bearer.issuerId;
  const detail = isSame ? listIssuer : `${listIssuer} ≠ ${bearer.issuerId}`;
  return [check('status-issuer', isSame ? 'pass' : 'fail', detail, host)];
}

function inShort(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 80) : typeof value;
}
