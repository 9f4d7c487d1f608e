import { badgeSources } from './sources/index';
import { webmails } from './webmails/index';
import { linkedInMatches } from './pages/linkedin';

/** Hosts that most people's badges are pulled from: asked for at installation. */
export const requiredHosts: string[] = [
  ...new Set(
    badgeSources.filter(({ askedAt }) => askedAt === 'installation').flatMap((source) => source.hosts),
  ),
];

/**
 * Hosts that are asked for when the user switches a site on. The wildcard at the end is there so that a webmail on a host of
 * one's own can be named, and the hosts that a badge being verified names; only those are ever requested.
 */
export const optionalHosts: string[] = [
  ...new Set([...linkedInMatches, ...webmails.flatMap((webmail) => webmail.matches), 'https://*/*']),
];
