import { decodeJwt } from 'jose';

/**
 * What a compact JWS says (RFC 7515), without any check of its signature: for showing only; the verifier judges. Null when
 * it is none. Of a JWT in the shape of the data model 1.1 the credential stands under `vc`.
 */
export function readToken(token: string): unknown {
  try {
    const payload = decodeJwt(token.trim());
    const { vc } = payload;
    return typeof vc === 'object' && vc !== null ? vc : payload;
  } catch {
    return null;
  }
}
