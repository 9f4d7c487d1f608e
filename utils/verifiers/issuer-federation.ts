import * as v from 'valibot';
import type { Io } from '../io';
import type { Listing } from './issuer-registries';

/** Seconds; a registry that is in use signs them as a string of digits. */
const Seconds = v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]);
const Statement = v.object({ iss: v.string(), sub: v.string(), exp: Seconds });
const Jwks = v.object({ keys: v.pipe(v.array(v.looseObject({ kty: v.string() })), v.maxLength(20)) });
const Configuration = v.object({
  ...Statement.entries,
  jwks: Jwks,
  metadata: v.object({
    federation_entity: v.object({ federation_fetch_endpoint: v.string() }),
  }),
});

type Keys = v.InferOutput<typeof Jwks>;
const signedBy = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];

/**
 * Whether the trust anchor at `url` has a statement about the issuer (OpenID Federation 1.0, sections 3 and 8.1). The
 * anchor's configuration is believed because of where it was fetched; everything else must be signed by its keys.
 * @throws AppError whatever `io.fetch` throws, and any fault of a signature
 */
export async function lookUpInFederation(did: string, url: string, io: Io): Promise<Listing> {
  const answer = await io.fetch(url, { accept: 'application/entity-statement+jwt' });
  if (!answer.ok) return 'unknown';
  const anchor = await readConfiguration(await answer.text(), io.now());
  if (!anchor) return 'unknown';
  const place = new URL(anchor.metadata.federation_entity.federation_fetch_endpoint, url);
  place.searchParams.set('sub', did);
  const about = await io.fetch(place, { accept: 'application/entity-statement+jwt' });
  if (about.status === 404) return 'not-listed';
  if (!about.ok) return 'unknown';
  const statement = await readSigned(await about.text(), anchor.jwks);
  const parsed = v.safeParse(Statement, statement);
  if (!parsed.success) return 'unknown';
  const { iss, sub, exp } = parsed.output;
  return iss === anchor.iss && sub === did && isInTime(exp, io.now()) ? 'listed' : 'unknown';
}

/** Signed by the very keys that it carries. */
async function readConfiguration(token: string, now: Date) {
  const { decodeJwt } = await import('jose');
  const claimed = v.safeParse(Configuration, decodeJwt(token.trim()));
  if (!claimed.success) return null;
  const parsed = v.safeParse(Configuration, await readSigned(token, claimed.output.jwks));
  if (!parsed.success) return null;
  const { iss, sub, exp } = parsed.output;
  return iss === sub && isInTime(exp, now) ? parsed.output : null;
}

/** What was signed. @throws when no key of the set did. */
async function readSigned(token: string, jwks: Keys): Promise<unknown> {
  const { compactVerify, createLocalJWKSet } = await import('jose');
  const options = { algorithms: signedBy };
  const { payload } = await compactVerify(token.trim(), createLocalJWKSet(jwks), options);
  return JSON.parse(new TextDecoder().decode(payload)) as unknown;
}

function isInTime(seconds: number, now: Date): boolean {
  return seconds * 1000 > now.getTime();
}
