import type { BenchBadge } from './verifier-badges';
import { createMemoryIo, serve, toBytes } from './verifier-worker';

/** The least that somebody who has the libraries would write for each kind; each loads only its own. */
async function verifyBare(badge: BenchBadge, bytes: Uint8Array): Promise<boolean> {
  if (badge.kind === 'jwt') return verifyToken(badge);
  if (badge.kind === 'hosted') return verifyHosted(badge);
  const { verifyCredential } = await import('./bare-stack.mjs');
  const text = badge.kind === 'png' ? findText(bytes) : badge.content;
  return verifyCredential(JSON.parse(text) as Record<string, unknown>);
}

async function verifyToken({ content, jwk, algorithm }: BenchBadge): Promise<boolean> {
  const { compactVerify, importJWK } = await import('jose');
  const key = await importJWK(jwk ?? {}, algorithm);
  const { payload } = await compactVerify(content, key);
  const claims = JSON.parse(new TextDecoder().decode(payload)) as { iss: string; issuer: { id: string } };
  return claims.iss === claims.issuer.id;
}

interface Linked {
  readonly id: string;
  readonly badge: string;
  readonly issuer: string;
}

/** There is no library for it in a browser: fetches the three documents, and compares their ids. */
async function verifyHosted({ content, answers = {} }: BenchBadge): Promise<boolean> {
  const io = createMemoryIo(answers);
  const read = async (address: string) => (await (await io.fetch(address)).json()) as Linked;
  const assertion = await read(content);
  const badge = await read(assertion.badge);
  const issuer = await read(badge.issuer);
  return assertion.id === content && badge.id === assertion.badge && issuer.id === badge.issuer;
}

/** The text in the first iTXt chunk of a PNG. */
function findText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 8;
  while (view.getUint32(at + 4) !== 0x69545874) at += 12 + view.getUint32(at);
  const data = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
  // Keyword, two flags, and two empty texts.
  return new TextDecoder().decode(data.subarray(data.indexOf(0) + 5));
}

serve(async (badge) => {
  const bytes = toBytes(badge);
  return async () => ((await verifyBare(badge, bytes)) ? 'valid' : 'refused');
});
