import { toAppError, type AppError } from '../errors';
import type { Io } from '../io';
import { canonicalId } from './aliases';

/** What came from an address: a document, or why there is none. */
export type Fetched =
  | {
      readonly kind: 'document';
      readonly url: string;
      readonly host: string;
      readonly json: unknown;
      readonly gone: boolean;
    }
  /** The server says that there is nothing here (404), or answers with something that is no document. */
  | { readonly kind: 'nothing'; readonly url: string; readonly host: string; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly url: string; readonly host: string; readonly error: AppError };

/**
 * Fetches one JSON document for a check. Never throws. 410 is an answer, too: the document is gone because the issuer
 * took the badge back (Open Badges 2.0, "Hosted verification").
 */
export async function fetchDocument(address: string, io: Io): Promise<Fetched> {
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  try {
    const response = await io.fetch(address, { accept: 'application/json', maxBytes: 1_000_000 });
    if (response.status === 410) {
      return { kind: 'document', url: address, host, json: parse(await response.text()), gone: true };
    }
    if (!response.ok) return { kind: 'nothing', url: address, host, reason: `status ${response.status}` };
    const json = parse(await response.text());
    if (json === undefined) return { kind: 'nothing', url: address, host, reason: 'the answer is not JSON' };
    return { kind: 'document', url: address, host, json, gone: false };
  } catch (cause) {
    return { kind: 'unreachable', url: address, host, error: toAppError(cause) };
  }
}

/**
 * The document from the address that it names as its own: the hosted copy is the truth (Open Badges 2.0, "Hosted
 * verification"), so one that declares another id is asked for there, once. Credly, Badgr and others move documents.
 */
export async function fetchByOwnId(address: string, io: Io): Promise<Fetched> {
  const first = await fetchDocument(address, io);
  const declared = first.kind === 'document' ? declaredId(first.json) : null;
  if (!declared || canonicalId(declared) === canonicalId(address)) return first;
  const second = await fetchDocument(declared, io);
  return second.kind === 'document' ? second : first;
}

function declaredId(json: unknown): string | null {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' && /^https?:/.test(id) ? id : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
