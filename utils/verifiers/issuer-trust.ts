import type { Io } from '../io';
import type { IssuerTrust } from '../verification';
import type { IssuerClaim } from './verifier';

/** Who the issuer is, apart from whether the badge is right. Never throws. */
export async function judgeIssuer(
  issuer: IssuerClaim,
  _io: Io,
  _options: { readonly mayAskRegistries?: boolean },
): Promise<IssuerTrust> {
  return { level: 'self-asserted', name: '', detail: issuer.id };
}
