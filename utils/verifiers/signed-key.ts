import type { Profile, Version } from '../open-badges/v2';
import { fieldsOf, idOf, listOf, textOf } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { canonicalId, isSameSite, isWebAddress } from './aliases';
import { checkSignature, type Jws } from './jws';
import { hasEnded } from './key-owner';
import { keysOf as readKeys } from './key-methods';
import { isSameAddress, resolveKey, type FoundKey, type KeyResolution } from './keys';
import type { VerifyContext } from './verifier';

/** Who says that a JWS of 1.x or 2.0 is theirs. */
export interface Signer {
  /** The key that the badge names (`verify.url`, `verification.creator`): an address or an embedded key. */
  readonly named: unknown;
  readonly version: Version;
  readonly profile: Profile | null;
  /** The address that answered with the profile in the end; null for one that is embedded. */
  readonly profileUrl: string | null;
  /** Addresses of the issuer's documents. */
  readonly places: readonly string[];
}

export interface SignerFindings {
  /** `signature` and `signing-key`. */
  readonly checks: readonly Check[];
  readonly host: string | null;
  readonly isProven: boolean;
}

/** Whether the key that is named made the signature, and whether it is the issuer's. Never throws. */
export async function checkProof(jws: Jws, signer: Signer, context: VerifyContext): Promise<SignerFindings> {
  const address = keyAddressOf(signer);
  if (!address) {
    const missing = check('signing-key', 'fail', 'the badge names no key, and its issuer none or several');
    return { checks: [check('signature', 'unknown', 'no key'), missing], host: null, isProven: false };
  }
  const key = (await findEmbedded(address, signer.profile)) ?? (await resolveKey(address, context));
  const owner = checkOwner(address, key, signer, context.io.now());
  if (key.kind !== 'key') {
    const host = key.kind === 'unknown' ? key.host : null;
    return { checks: [check('signature', 'unknown', key.reason, host), owner], host, isProven: false };
  }
  const signature = await checkSignature(jws, key.jwk);
  const isProven = signature.result === 'pass' && owner.result === 'pass';
  return { checks: [signature, owner], host: key.host, isProven };
}

/** The key that the badge names; without one the issuer's only key. */
function keyAddressOf({ named, profile }: Signer): string | null {
  const address = typeof named === 'string' ? named : idOf(fieldsOf(named));
  const [only, ...more] = keysOf(profile?.['publicKey']);
  return address || (more.length === 0 ? (only ?? null) : null);
}

/**
 * In 2.0 the issuer lists its keys ("Profile", `publicKey`), and the key names its owner. In 1.x the key lies where the
 * issuer does, and nothing else binds the two.
 */
function checkOwner(address: string, key: KeyResolution, signer: Signer, now: Date): Check {
  const { version, profile, profileUrl, places } = signer;
  const host = key.kind === 'invalid' ? null : key.host;
  if (!profile) return check('signing-key', 'unknown', `${address}: the issuer could not be read`, host);
  if (key.kind === 'key' && hasEnded(key, now))
    return check('signing-key', 'fail', `the key ended ${key.endsAt}`, host);
  // Many sites forward to wherever one likes.
  if (profileUrl && isWebAddress(profile.id) && !isSameSite(profile.id, profileUrl))
    return check('signing-key', 'unknown', `${profile.id} is forwarded to ${profileUrl}`, host);
  const listed = keysOf(profile['publicKey']);
  if (version === '2.0' || listed.length > 0) {
    const isListed = listed.some((id) => isSameAddress(id, address));
    if (!isListed) return check('signing-key', 'fail', `${profile.id} does not list ${address}`, host);
    // A key in somebody's own document is theirs by that; what is asked here is who a lone key says it is of.
    const owner = key.kind === 'key' && !key.isPublished ? key.controller : null;
    const isOwn = !owner || canonicalId(owner) === canonicalId(profile.id);
    return check('signing-key', isOwn ? 'pass' : 'fail', `${address}: owner ${owner ?? profile.id}`, host);
  }
  const answered = host ? [address, `https://${host}/`] : [address];
  const isNear = places.some(
    (place) => isWebAddress(place) && answered.every((own) => isSameSite(place, own)),
  );
  return check('signing-key', isNear ? 'pass' : 'fail', `${address} / ${profile.id}`, host);
}

/** A key that stands whole in the issuer's profile. */
async function findEmbedded(address: string, profile: Profile | null): Promise<FoundKey | null> {
  const entry = listOf(profile?.['publicKey']).find((key) => isSameAddress(idOf(key) ?? '', address));
  const [key] = entry ? await readKeys(entry, address) : [];
  if (!key) return null;
  const owner = textOf(entry?.['owner']) || textOf(entry?.['controller']) || null;
  return { ...key, kind: 'key', id: address, controller: owner, host: null };
}

/** Ids of keys: an address, an embedded key, or a list of them. */
function keysOf(publicKey: unknown): string[] {
  const entries: unknown[] = [publicKey].flat();
  return entries.flatMap((entry) => (typeof entry === 'string' ? [entry] : (idOf(fieldsOf(entry)) ?? [])));
}
