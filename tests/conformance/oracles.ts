import { compactVerify, importJWK } from 'jose';
import { judgeCredential } from '../issuer/digitalbazaar.mjs';
import { toLookup } from '../issuer/identities';
import { now } from '../issuer/minted';
import type { Sealing } from '../issuer/seal';

type Json = Record<string, unknown>;

/** What somebody else's library thinks of a badge. */
export interface Judgement {
  readonly verified: boolean;
  /** Why not. */
  readonly reason: string;
}

/** @digitalbazaar/vc with the suites of Data Integrity: proof, dates, and whether the key is the issuer's. */
export function judgeWithVc(credential: Json, { documents }: Sealing): Promise<Judgement> {
  return judgeCredential(credential, { documents: toLookup(documents), now });
}

/** Seconds that clocks may be apart. */
const tolerance = 300;

/**
 * jose with the key that the issuer really has, whatever key the token names; and the rules for claims of RFC 7519 and
 * of the VC data model 1.1, section 6.3.1.
 */
export async function judgeWithJose(token: string, { key }: Sealing): Promise<Judgement> {
  try {
    // As it is pasted: white space around and inside, and padding behind, are no part of a token.
    const compact = token.replace(/\s+/g, '').replace(/=+(?=\.|$)/g, '');
    const publicKey = await importJWK(key.publicJwk, key.algorithm);
    const { payload } = await compactVerify(compact, publicKey, { algorithms: [key.algorithm] });
    const reason = findFault(JSON.parse(new TextDecoder().decode(payload)) as Json);
    return { verified: reason === '', reason };
  } catch (cause) {
    return { verified: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

function findFault(payload: Json): string {
  const credential = (payload['vc'] ?? payload) as Json;
  const subject = [credential['credentialSubject']].flat()[0] as Json | undefined;
  const issuer = credential['issuer'];
  const seconds = now.getTime() / 1000;
  const { iss, sub, jti, exp, nbf } = payload;
  if (exp !== undefined && !(typeof exp === 'number' && exp > seconds)) return 'exp';
  if (nbf !== undefined && !(typeof nbf === 'number' && nbf <= seconds + tolerance)) return 'nbf';
  if (isOther(iss, typeof issuer === 'string' ? issuer : (issuer as Json | undefined)?.['id'])) return 'iss';
  if (isOther(sub, subject?.['id'])) return 'sub';
  return isOther(jti, credential['id']) ? 'jti' : '';
}

const isOther = (claim: unknown, own: unknown) => claim !== undefined && own !== undefined && claim !== own;
