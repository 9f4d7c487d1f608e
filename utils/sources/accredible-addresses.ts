import type { SourceId } from '../badge';
import type { BadgeAddresses } from './badge-addresses';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const recordPath = new RegExp(
  `^/v1/(?:obi/badge_assertions|credential-net/credentials|credentials)/(${uuid.source})/?$`,
  'i',
);
const pagePath = new RegExp(`^/(?:(?:embed|[a-z]{2}(?:-[a-z]{2})?)/)?(${uuid.source})(?:/|$)`, 'i');
/** Names under which customers of theirs show badges, as far as they were seen. All others are known by their page alone. */
const brandedHosts: ReadonlySet<string> = new Set([
  'credentials.databricks.com',
  'achieve.snowflake.com',
  'skillsoft.digitalbadges.skillsoft.com',
  'credentials.nus.edu.sg',
]);

export const accredibleAddresses: BadgeAddresses = {
  id: 'accredible' as SourceId,
  name: 'Accredible',
  words: [
    'accredible',
    'credential.net',
    'credentials.databricks',
    'achieve.snowflake',
    'digitalbadges.skillsoft',
    'credentials.nus',
  ],
  movesRecords: true,
  parseBadgeUrl: ({ hostname, pathname }) =>
    isAccredibleHost(hostname) ? badgeIdIn(hostname, pathname) : null,
  isPictureUrl: ({ hostname, pathname }) =>
    hostname === 'api.accredible.com' && /^\/v1\/frontend\/credential_\w+_image\//.test(pathname),
  // Customers show badges on names of their own, so only a name that begins as one of Accredible's is no doubt an imitation.
  isImitation: ({ hostname, pathname }) =>
    !isAccredibleHost(hostname) &&
    /(?:^|[.-])(?:accredible\.com|credential\.net)\./.test(hostname) &&
    pagePath.test(pathname),
};

/** Accredible's own names, and the branded ones that are known. */
export function isAccredibleHost(hostname: string): boolean {
  return /(?:^|\.)(?:accredible\.com|credential\.net)$/.test(hostname) || brandedHosts.has(hostname);
}

/** The id in the path of a page, whoever's host it is. */
export function accredibleIdInPath(pathname: string): string | null {
  return pagePath.exec(pathname)?.[1]?.toLowerCase() ?? null;
}

function badgeIdIn(hostname: string, pathname: string): string | null {
  if (hostname !== 'api.accredible.com') return accredibleIdInPath(pathname);
  return recordPath.exec(pathname)?.[1]?.toLowerCase() ?? null;
}
