import { scanJson } from './json-scan';

/** JSON text read, or why not. */
export type JsonText = ReadJson | RefusedJson;

export interface ReadJson {
  readonly kind: 'json';
  readonly value: unknown;
  /** The text exactly as it was read, without a byte order mark. */
  readonly text: string;
  /** Names that one object has twice; the last of them counts (RFC 8259, section 4, leaves that open). */
  readonly duplicateKeys: readonly string[];
}

/** `not-json`: it breaks the grammar or is no UTF-8. `hostile`: it may be JSON, but is more than a badge ever is. */
export interface RefusedJson {
  readonly kind: 'not-json' | 'hostile';
  readonly reason: string;
}

/** What one document may hold. The largest public badges have some 20 KB, a depth of 12 and 300 values. */
export const jsonLimits = { bytes: 2_000_000, depth: 64, nodes: 50_000 } as const;

/**
 * Reads JSON that somebody else wrote: RFC 8259, in strict UTF-8 (a byte order mark is tolerated). The bounds are looked
 * at before anything is built, because what parses may still break whoever walks through it (facts on threats, F9). A
 * member `__proto__` is refused: it means nothing in a badge, and becomes a prototype where somebody copies objects.
 */
export function parseJsonText(input: string | Uint8Array): JsonText {
  if (input.length > jsonLimits.bytes)
    return { kind: 'hostile', reason: `larger than ${jsonLimits.bytes} bytes` };
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '') : decodeUtf8(input);
  if (text === null) return { kind: 'not-json', reason: 'not UTF-8' };
  const scan = scanJson(text, jsonLimits);
  if (scan.refusal) return { kind: 'hostile', reason: scan.refusal };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown, text, duplicateKeys: scan.duplicateKeys };
  } catch (cause) {
    return { kind: 'not-json', reason: cause instanceof Error ? cause.message.slice(0, 100) : 'not JSON' };
  }
}

/** Text of strict UTF-8 without its byte order mark; null when the bytes are something else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
