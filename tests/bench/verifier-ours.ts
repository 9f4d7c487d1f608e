import { verify } from '../../utils/verify';
import type { BenchBadge } from './verifier-badges';
import { createMemoryIo, serve, toBytes } from './verifier-worker';

/** All of what the product does for a badge: checks, issuer, recipient, endorsements. */
async function verifyOurs({ kind, content, answers = {} }: BenchBadge, bytes: Uint8Array): Promise<string> {
  const target = kind === 'png' ? bytes : content;
  const { verdict, checks } = await verify(target, createMemoryIo(answers));
  return verdict === 'valid' ? verdict : JSON.stringify(checks);
}

serve(async (badge) => {
  const bytes = toBytes(badge);
  return () => verifyOurs(badge, bytes);
});
