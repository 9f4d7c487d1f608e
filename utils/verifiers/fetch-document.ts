import { toAppError, type AppError } from '../errors';
import type { Io } from '../io';

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

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
