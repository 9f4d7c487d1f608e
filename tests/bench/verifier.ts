import { reportHeader } from './report.ts';
import { mintBadges } from './verifier-badges.ts';
import { buildSides } from './verifier-build.ts';
import { startChromium } from './verifier-chromium.ts';
import { startFirefox } from './verifier-firefox.ts';
import { measureAll } from './verifier-measure.ts';
import { startNode } from './verifier-node.ts';
import { benchStart } from './verifier-start.ts';

const places = { Node: startNode, Chromium: startChromium, Firefox: startFirefox };

/**
 * What verifying a badge takes, beside the libraries that others would use: @digitalbazaar/vc for credentials, jose for
 * tokens. Hosted badges have no library; there the bare side only fetches, parses and compares ids.
 */
export async function benchVerifier(): Promise<void> {
  const badges = await mintBadges();
  await buildSides(badges);
  reportHeader();
  for (const [place, start] of Object.entries(places)) {
    const [askers, stop] = await start();
    try {
      await measureAll(place, badges, askers);
    } finally {
      await stop();
    }
  }
  await benchStart();
}
