import type { SourceId } from '../badge';
import type { BadgeAddresses } from './badge-addresses';

const regions = 'eu|au|ca|sg';
const badgePath = /^\/public\/assertions\/([\w-]{6,64})(?:\.json|\/(?:baked|image))?\/?$/;
const picturePath = /^\/public\/(?:assertions|badges)\/[\w-]{6,64}\/(?:baked|image)\/?$/;
/** Somebody else's host that begins with, or is called like, one of theirs. Schools run Badgr on hosts of their own. */
const imitated =
  /(?:^|[.-])badgr\.(?:io|com)\.|(?:^|[.-])badges\.parchment\.[a-z]{2,3}\.|badges-parchment|badgr-(?:io|com)/;

/**
 * Badgr, later Canvas Credentials, now Parchment. An id is that of the assertion; behind the host's name where that is not
 * Badgr's first one: `eu.badgr.io/kT3x…`, `badges.parchment.com/kT3x…`.
 */
export const canvasAddresses: BadgeAddresses = {
  id: 'canvas' as SourceId,
  name: 'Canvas Credentials',
  words: ['badgr.', 'badges.parchment', '.parchment.com'],
  movesRecords: true,
  parseBadgeUrl(url) {
    const host = canvasHost(url.hostname);
    const id = badgePath.exec(url.pathname)?.[1];
    if (!host || !id) return null;
    return host === 'badgr.io' ? id : `${host}/${id}`;
  },
  isPictureUrl: (url) => canvasHost(url.hostname) !== null && picturePath.test(url.pathname),
  isImitation: (url) =>
    canvasHost(url.hostname) === null && imitated.test(url.hostname) && badgePath.test(url.pathname),
};

/** The one name of a host of theirs (its API is `api.` before it); null for all others. */
export function canvasHost(hostname: string): string | null {
  const [, badgr] =
    new RegExp(`^(?:(?:www|api)\\.)?((?:(?:${regions})\\.)?badgr\\.)(?:com|io)$`).exec(hostname) ?? [];
  if (badgr) return `${badgr}io`;
  const parchment = new RegExp(
    `^(?:(?:www|api)\\.)?((?:(?:${regions})\\.)?badges\\.parchment\\.com|badges\\.parchment\\.(?:${regions}))$`,
  );
  return parchment.exec(hostname)?.[1] ?? null;
}
