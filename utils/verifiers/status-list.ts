import { fromBase64 } from '../base64';
import { inflateGzip, inflateZlib } from '../open-badges/inflate';
import { fieldsOf, idOf, listOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { isNote, verdict } from '../verification';
import { fetchStatusDocument } from './status-document';
import { findEnvelopedToken, findTokenClaims } from './token-claims';
import type { Subject, VerifierReport, VerifyContext } from './verifier';

/** One specification of a list of bits. */
export interface ListFamily {
  /** The credential that carries the list, and its subject; either must be there. */
  readonly types: readonly string[];
  /** True when the encoded list must begin with multibase's `u`. */
  readonly isMultibase: boolean;
}

/** A list that its own proof, dates and status hold up, or why there is none. */
export type StatusList =
  | {
      readonly kind: 'list';
      readonly bits: Uint8Array;
      readonly purposes: readonly string[];
      readonly issuerId: string | null;
      readonly host: string;
      readonly url: string;
    }
  | { readonly kind: 'unusable'; readonly reason: string; readonly host: string | null };

/**
 * 128 million entries. A list that inflates to more is a bomb (facts, section 5, no. 24). There is no least length:
 * the standard asks for 131,072 entries so that asking gives nobody away, and issuers in good standing have fewer.
 */
const maxListBytes = 16_000_000;

/** Fetches a status list credential, verifies it for itself, and unpacks its bits. Never throws. */
export async function fetchStatusList(
  address: unknown,
  family: ListFamily,
  context: VerifyContext,
): Promise<StatusList> {
  const document = await fetchStatusDocument(address, context);
  if (document.kind === 'unreadable') return { ...document, kind: 'unusable' };
  const { subject, host, url } = document;
  const unusable = (reason: string) => ({ kind: 'unusable', reason: `${url}: ${reason}`, host }) as const;
  const credential = toCredential(subject);
  const list = listOf(credential?.['credentialSubject'])[0];
  if (!credential || !list || !isOfFamily(credential, list, family)) return unusable('no status list');
  const bits = toBits(list['encodedList'], family);
  if (typeof bits === 'string') return unusable(bits);
  // What a list says counts only when it is right itself (Bitstring Status List, "Validate Algorithm", step 4).
  const report = await context.verifyNested(subject);
  if (verdict(report.checks) !== 'valid') return unusable(whyNot(report));
  const issuer = credential['issuer'];
  const issuerId = typeof issuer === 'string' ? issuer : idOf(fieldsOf(issuer));
  return { kind: 'list', bits, purposes: textsOf(list['statusPurpose']), issuerId, host, url };
}

/** The bit at an index; bits are counted from the left (Bitstring Status List, "Bitstring Encoding"). Null: there is none. */
export function bitAt(bits: Uint8Array, index: number): boolean | null {
  const byte = bits[Math.floor(index / 8)];
  return byte === undefined ? null : ((byte >> (7 - (index % 8))) & 1) === 1;
}

function toCredential(subject: Subject): Fields | null {
  if (subject.kind === 'hosted') return null;
  const token = subject.kind === 'jws' ? subject.token : findEnvelopedToken(subject.json);
  return token ? findTokenClaims(token) : subject.kind === 'json' ? subject.json : null;
}

function isOfFamily(credential: Fields, list: Fields, { types }: ListFamily): boolean {
  return [credential, list].some((fields) => textsOf(fields['type']).some((type) => types.includes(type)));
}

/** The bits of an encoded list, or what is wrong with it. */
function toBits(encoded: unknown, { isMultibase }: ListFamily): Uint8Array | string {
  if (typeof encoded !== 'string' || encoded === '') return 'no encodedList';
  const hasPrefix = encoded.startsWith('u');
  // Without the prefix it might be any base of multibase, so nothing is guessed.
  if (isMultibase && !hasPrefix) return 'encodedList is not multibase base64url';
  const packed = toBytes(hasPrefix ? encoded.slice(1) : encoded);
  if (!packed) return 'encodedList is not base64url';
  const inflated = (packed[0] === 0x1f ? inflateGzip : inflateZlib)(packed, maxListBytes);
  return inflated.kind === 'bytes' ? inflated.bytes : `encodedList: ${inflated.reason}`;
}

function toBytes(base64url: string): Uint8Array | null {
  try {
    return fromBase64(base64url.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  } catch {
    return null;
  }
}

function whyNot({ checks }: VerifierReport): string {
  const wrong = checks.find(({ id, result }) => result !== 'pass' && !isNote(id));
  return `the list is ${verdict(checks)} (${wrong?.id ?? 'no check'}: ${wrong?.detail ?? ''})`;
}
