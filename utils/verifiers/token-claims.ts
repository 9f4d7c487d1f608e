import { base64urlnopad } from '@scure/base';
import { parseJsonText } from '../open-badges/json-text';
import { fieldsOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';

/**
 * The credential that a compact JWT carries, unverified, only to see which one it is: the `vc` claim of data model 1.1,
 * or the claims themselves. Null when it is no JWT.
 */
export function findTokenClaims(token: string): Fields | null {
  try {
    const bytes = base64urlnopad.decode((token.split('.')[1] ?? '').replace(/=+$/, ''));
    const read = parseJsonText(bytes);
    const claims = read.kind === 'json' ? fieldsOf(read.value) : null;
    const credential = fieldsOf(claims?.['vc']) ?? claims;
    return credential && claims ? { id: claims['jti'], issuer: claims['iss'], ...credential } : null;
  } catch {
    return null;
  }
}

/** A JWT in the clothes of JSON (VC data model 2.0, "Enveloped Verifiable Credentials"); null for other JSON. */
export function findEnvelopedToken(json: Fields): string | null {
  if (!textsOf(json['type']).includes('EnvelopedVerifiableCredential')) return null;
  return /^data:application\/vc\+(?:ld\+)?jwt[;,]\s*(\S+)$/.exec(textOf(json['id']))?.[1] ?? null;
}
