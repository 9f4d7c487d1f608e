import type { SourceId } from '../badge';
import type { BadgeAddresses } from './badge-addresses';

/** youracclaim.com is Credly's former name; its links are still about. */
export const credlyHostNames: ReadonlySet<string> = new Set([
  'www.credly.com',
  'credly.com',
  'www.youracclaim.com',
  'youracclaim.com',
]);
const apiHostNames = new Set([...credlyHostNames, 'api.credly.com', 'api.youracclaim.com']);
const pictureHostNames = new Set(['images.credly.com', 'images.youracclaim.com']);
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const badgePath = new RegExp(
  `/(?:badges|embedded_badge|earner/earned/(?:badge|share)|obi/v[23]/(?:badge_assertions|open_badge_credentials))/(${uuid.source})`,
  'i',
);

export const credlyAddresses: BadgeAddresses = {
  id: 'credly' as SourceId,
  name: 'Credly',
  words: ['credly', 'youracclaim'],
  parseBadgeUrl: (url) => (apiHostNames.has(url.hostname) ? badgeIdIn(url) : null),
  isPictureUrl: (url) => pictureHostNames.has(url.hostname) && uuid.test(url.pathname),
  isImitation: (url) =>
    !apiHostNames.has(url.hostname) && /credly|youracclaim/.test(url.hostname) && badgeIdIn(url) !== null,
};

function badgeIdIn(url: URL): string | null {
  return badgePath.exec(url.pathname)?.[1]?.toLowerCase() ?? null;
}
