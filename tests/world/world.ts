import { createClaims } from './claim-mails.ts';
import { createCredly } from './credly.ts';
import { createBadgeApis } from './sites/badge-apis.ts';
import { editors } from './sites/editors.ts';
import { createGmail } from './sites/gmail.ts';
import { createGoogle } from './sites/google.ts';
import { createHarbour } from './sites/harbour.ts';
import { createLearn } from './sites/learn.ts';
import { createLinkedIn } from './sites/linkedin.ts';
import { moreWebmails } from './sites/more-webmails.ts';
import { createOutlook } from './sites/outlook.ts';
import { createPlatforms } from './sites/platforms.ts';
import { startProvider } from './sites/provider.ts';
import { trailhead } from './sites/trailhead.ts';
import { startRoundcube, type Roundcube } from './roundcube.ts';
import { startServer } from './server.ts';

/** Hosts of the world that one meets in the tests. */
export const hostNames = {
  roundcube: 'webmail.example.org',
  editors: 'editors.example.org',
  /** Serves Credly's records too, but no extension has been let ask it. */
  moved: 'moved.example.org',
} as const;

interface WorldOptions {
  /** Real Roundcube. */
  readonly withRoundcube?: boolean;
  /** Hosts with an API behind a sign-in. */
  readonly withProvider?: boolean;
}

/** The local world: Credly, a school that issues badges by itself, LinkedIn, Gmail, Outlook, editor pages and, where it is installed, a real Roundcube. */
export async function startWorld({ withRoundcube = false, withProvider = false }: WorldOptions = {}) {
  const credly = createCredly();
  const claims = createClaims(credly);
  const gmail = createGmail(credly.showcase);
  const outlook = createOutlook(credly.showcase);
  const linkedIn = createLinkedIn(credly.showcase);
  const harbour = await createHarbour();
  const learn = createLearn();
  const platforms = createPlatforms();
  const google = createGoogle();
  const roundcube: Roundcube | null = withRoundcube
    ? await startRoundcube(credly.showcase, claims.mails)
    : null;
  const lighthouse = withProvider ? await startLighthouse(harbour.tokens.valid) : null;
  const server = await startServer({
    'www.credly.com': credly.site,
    'credly.com': credly.site,
    'api.credly.com': credly.site,
    'images.credly.com': credly.site,
    'www.youracclaim.com': credly.site,
    [learn.host]: learn.site,
    'www.linkedin.com': linkedIn.site,
    'mail.google.com': gmail.site,
    'outlook.office.com': outlook.site,
    'outlook.live.com': outlook.site,
    'ci3.googleusercontent.com': credly.imageProxy,
    [harbour.host]: harbour.site,
    ...platforms.sites,
    ...google.sites,
    ...trailhead.sites,
    [hostNames.editors]: editors,
    ...moreWebmails,
    [hostNames.moved]: credly.site,
    ...lighthouse?.sites,
    ...(roundcube ? { [hostNames.roundcube]: { port: roundcube.port } } : {}),
  });
  return {
    ...server,
    credly,
    claims,
    gmail,
    outlook,
    linkedIn,
    learn,
    google,
    trailhead,
    harbour,
    platforms,
    lighthouse,
    roundcube,
    async close() {
      await server.close();
      await roundcube?.stop();
      await lighthouse?.provider.close();
    },
  };
}

/** A real authorization server and the hosts that trust it. */
async function startLighthouse(realToken: string) {
  const provider = await startProvider();
  const apis = createBadgeApis(provider, realToken);
  return { ...apis, provider, sites: { ...apis.sites, [provider.host]: { port: provider.port } } };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
