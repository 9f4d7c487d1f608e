import { randomBytes } from 'node:crypto';
import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { bakePng, encodePng } from '../world/png.ts';
import { createIssuer } from './bare-stack.mjs';
import { toBadge, toLargeBadge, toHosted } from './verifier-documents.ts';

/** One badge to verify, as JSON can carry it to a browser. */
export interface BenchBadge {
  /** Of the row in the table. */
  readonly name: string;
  readonly kind: 'credential' | 'jwt' | 'hosted' | 'png';
  /** The credential, the token, or the address of the hosted badge; of an image, its bytes in base64. */
  readonly content: string;
  /** What hosts answer, by address. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Of a JWT: the key and how it is used. */
  readonly jwk?: JsonWebKey;
  readonly algorithm?: 'RS256' | 'ES256';
}

export interface BenchBadges {
  /** One for each row. */
  readonly rows: readonly BenchBadge[];
  /** Different badges that one page shows, by the name of their row. */
  readonly pages: Readonly<Record<string, readonly BenchBadge[]>>;
}

const perPage = 30;

/** Mints every badge that is measured. */
export async function mintBadges(): Promise<BenchBadges> {
  const issuer = await createIssuer();
  const sign = async (badge: object, suite: 'eddsa-rdfc-2022' | 'Ed25519Signature2020' = 'eddsa-rdfc-2022') =>
    JSON.stringify(await issuer.sign(badge as Record<string, unknown>, suite));
  const small = await sign(toBadge(issuer.id, 0));
  const large = await sign(toLargeBadge(issuer.id));
  const credential = (name: string, content: string): BenchBadge => ({ name, kind: 'credential', content });
  const picture = (name: string, pixels: number): BenchBadge => ({
    name,
    kind: 'png',
    content: Buffer.from(bakePng(noise(pixels), 'openbadgecredential', small)).toString('base64'),
  });
  return {
    rows: [
      credential('eddsa-rdfc-2022', small),
      credential('Ed25519Signature2020', await sign(toBadge(issuer.id, 0), 'Ed25519Signature2020')),
      await mintToken('RS256', 0),
      await mintToken('ES256', 0),
      mintHosted(0),
      // Noise does not compress: four bytes for each point.
      picture('baked PNG, 200 KB', 225),
      picture('baked PNG, 1 MB', 510),
      credential(`eddsa-rdfc-2022, ${Math.round(large.length / 1000)} KB`, large),
    ],
    pages: {
      '30 badges, eddsa-rdfc-2022': await Promise.all(
        numbers.map(async (number) => credential('', await sign(toBadge(issuer.id, number)))),
      ),
      '30 badges, hosted 2.0': numbers.map(mintHosted),
      '30 badges, of each kind 10': await Promise.all(
        numbers.map(async (number) => {
          if (number % 3 === 0) return mintHosted(number);
          if (number % 3 === 1) return mintToken('ES256', number);
          return credential('', await sign(toBadge(issuer.id, number)));
        }),
      ),
    },
  };
}

const numbers = Array.from({ length: perPage }, (_, index) => index + 1);

function noise(size: number): Uint8Array {
  const bytes = randomBytes(size * size * 4);
  return encodePng(size, (x, y) => bytes.subarray((y * size + x) * 4, (y * size + x) * 4 + 4) as never);
}

/** A credential as JWT (Open Badges 3.0, "JSON Web Token Proof Format"), whose issuer is its key: a did:jwk. */
async function mintToken(algorithm: 'RS256' | 'ES256', number: number): Promise<BenchBadge> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const issuer = `did:jwk:${base64url.encode(JSON.stringify(jwk))}`;
  const badge = toBadge(issuer, number);
  const content = await new SignJWT({ ...badge, iss: issuer, jti: badge.id, sub: badge.credentialSubject.id })
    .setProtectedHeader({ alg: algorithm, kid: `${issuer}#0`, typ: 'JWT' })
    .setNotBefore(new Date(badge.validFrom))
    .sign(privateKey);
  return { name: `VC-JWT ${algorithm}`, kind: 'jwt', content, jwk: jwk as JsonWebKey, algorithm };
}

function mintHosted(number: number): BenchBadge {
  const { address, documents } = toHosted(number);
  const answers = Object.fromEntries(
    Object.entries(documents).map(([at, document]) => [
      at,
      typeof document === 'string' ? document : JSON.stringify(document),
    ]),
  );
  return { name: 'hosted 2.0', kind: 'hosted', content: address, answers };
}
