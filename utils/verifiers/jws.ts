import { base64urlnopad } from '@scure/base';
import { parseJsonText } from '../open-badges/json-text';
import { fieldsOf, inWords, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { keyFault, parseAlgorithm, verifySignature } from './crypto';
import type { JwsSubject } from './verifier';

/** A compact JWS taken apart (RFC 7515, section 7.1). Nothing of it is trusted yet. */
export interface Jws {
  readonly header: Fields;
  readonly payload: Fields;
  /** The payload as it was written. */
  readonly text: string;
  readonly signature: Uint8Array;
  /** What was signed: both first parts as they stand, padding and all. */
  readonly signed: Uint8Array;
  /** Whether disclosures hang behind it (SD-JWT): no form of Open Badges. */
  readonly isSelective: boolean;
  readonly duplicateKeys: readonly string[];
}

export type ParsedJws =
  { readonly ok: true; readonly jws: Jws } | { readonly ok: false; readonly reason: string };

/** Letters of a token; the largest public badges have some 30,000. */
const maxText = 2_000_000;

/** A token is looked at to find its verifier, and again by that one. */
const taken = new WeakMap<JwsSubject, ParsedJws>();

/** The token of a subject taken apart; the work is done once for each. */
export function parseSubject(subject: JwsSubject): ParsedJws {
  const parsed = taken.get(subject) ?? parseJws(subject.token);
  taken.set(subject, parsed);
  return parsed;
}

/** Takes a token apart. Issuers of signed 2.0 badges left the padding in (facts on verification, section 5, no. 17). */
export function parseJws(token: string): ParsedJws {
  if (token.length > maxText) return refuse(`longer than ${maxText} letters`);
  const [compact = '', ...disclosures] = token.trim().split('~');
  const parts = compact.split('.');
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3) return refuse(`${parts.length} parts instead of three`);
  const header = readPart(first);
  const payload = readPart(second);
  if (!header.ok) return refuse(`header: ${header.reason}`);
  if (!payload.ok) return refuse(`payload: ${payload.reason}`);
  return {
    ok: true,
    jws: {
      header: header.fields,
      payload: payload.fields,
      text: payload.text,
      signature: decode(third) ?? new Uint8Array(),
      signed: new TextEncoder().encode(`${first}.${second}`),
      isSelective: disclosures.length > 0,
      duplicateKeys: [...header.duplicateKeys, ...payload.duplicateKeys],
    },
  };
}

/**
 * Whether the algorithm may be used at all. Without a signature, or with a secret that the verifier would have to share
 * (HMAC: the public key could be taken for it), a token proves nothing and never did. `crit` must be understood, and
 * nothing in it is (RFC 7515, 4.1.11).
 */
export function checkAlgorithm({ header, isSelective }: Jws): Check {
  const { alg, crit, b64 } = header;
  const name = typeof alg === 'string' ? alg : 'none';
  if (isSelective) return check('algorithm', 'unknown', 'SD-JWT');
  if (/^none$/i.test(name) || /^HS\d+$/i.test(name)) return check('algorithm', 'fail', name);
  if (crit !== undefined || b64 === false)
    return check('algorithm', 'fail', `crit ${JSON.stringify(crit ?? 'b64')}`);
  return check('algorithm', parseAlgorithm(alg) ? 'pass' : 'unknown', name);
}

/** Whether the key made the signature. One that is none, or for another algorithm, says nothing about the text. */
export async function checkSignature({ header, signature, signed }: Jws, jwk: JsonWebKey): Promise<Check> {
  const algorithm = parseAlgorithm(header['alg']);
  if (!algorithm) return check('signature', 'unknown', inWords(header['alg']));
  const fault = await keyFault(jwk, algorithm);
  if (fault) return check('algorithm', 'fail', `${inWords(header['alg'])} with ${fault}`);
  const isGood = await verifySignature(jwk, algorithm, signature, signed);
  return check('signature', isGood ? 'pass' : 'fail', inWords(header['alg']));
}

/** Names that one object has twice: said, since the last of them counts here, and elsewhere perhaps the first. */
export function noteDuplicates({ duplicateKeys }: Jws): Check[] {
  return duplicateKeys.length > 0 ? [check('duplicate-keys', 'fail', duplicateKeys.join(', '))] : [];
}

type Part =
  | {
      readonly ok: true;
      readonly fields: Fields;
      readonly text: string;
      readonly duplicateKeys: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

function readPart(letters: string): Part {
  const bytes = decode(letters);
  if (!bytes) return { ok: false, reason: 'not base64url' };
  const read = parseJsonText(bytes);
  if (read.kind !== 'json') return { ok: false, reason: read.reason };
  const fields = Array.isArray(read.value) ? null : fieldsOf(read.value);
  if (!fields) return { ok: false, reason: 'no JSON object' };
  return { ok: true, fields, text: read.text, duplicateKeys: read.duplicateKeys };
}

function decode(letters: string): Uint8Array | null {
  const plain = letters.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  try {
    return base64urlnopad.decode(plain);
  } catch {
    return null;
  }
}

function refuse(reason: string): ParsedJws {
  return { ok: false, reason };
}
