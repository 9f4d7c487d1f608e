import { reportHeader } from './report.ts';
import { mintBadges } from './verifier-badges.ts';
import { buildSides } from './verifier-build.ts';
import { measureAll } from './verifier-measure.ts';
import { createNodeAsker } from './verifier-node.ts';

/**
 * What verifying a badge takes, beside the libraries that others would use: @digitalbazaar/vc for credentials, jose for
 * tokens. Hosted badges have no library; there the bare side only fetches, parses and compares ids.
 */
export async function benchVerifier(): Promise<void> {
  const badges = await mintBadges();
  await buildSides(badges);
  reportHeader();
  await benchInNode(badges);
}

async function benchInNode(badges: Awaited<ReturnType<typeof mintBadges>>): Promise<void> {
  const askers = { ours: createNodeAsker('ours'), bare: createNodeAsker('bare') };
  try {
    await measureAll('Node', badges, askers);
  } finally {
    for (const asker of Object.values(askers)) asker.stop();
  }
}
