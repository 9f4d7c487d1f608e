import type { SourceId } from '../badge';
import type { BadgeAddresses } from './badge-addresses';

export const learnHost = 'learn.microsoft.com';

/** What an address at Learn is about. `sharingId` opens a page that is shared by its link alone. */
export interface LearnAddress {
  readonly kind: 'transcript' | 'profile' | 'credential' | 'achievement';
  readonly locale: string;
  readonly user: string;
  /** The share id of a transcript, the id of a credential or achievement; empty for a profile. */
  readonly id: string;
  readonly sharingId: string | null;
}

const locale = '[a-z]{2,3}(?:-[a-z0-9]{2,8}){1,2}';
const user = '[^/?#]{1,100}';
/** Recorded forms of addresses (facts on sources, 2). The locale of pages for people may be missing. */
const forms: readonly (readonly [LearnAddress['kind'], RegExp])[] = [
  ['credential', new RegExp(`^/api/credentials/share/(${locale})/(${user})/([0-9a-f]{16})/?$`, 'i')],
  ['achievement', new RegExp(`^/api/achievements/share/(${locale})/(${user})/([0-9a-z]{6,16})/?$`, 'i')],
  ['credential', new RegExp(`^(?:/(${locale}))?/users/(${user})/credentials/([0-9a-f]{16})/?$`, 'i')],
  ['transcript', new RegExp(`^(?:/(${locale}))?/users/(${user})/transcript/([\\w-]{4,64})/?$`, 'i')],
  [
    'profile',
    new RegExp(
      `^(?:/(${locale}))?/users/(${user})(?:/(?:achievements|activity|credentials|challenges|collections|plans)(?:/(?:all|badges|trophies))?)?/?()$`,
      'i',
    ),
  ],
];
/** What stands where a name stands on pages of the site's own, and the signed-in user's own view, which is nobody's to us. */
const notUsers = new Set(['me', 'self', 'settings', 'signin']);

/** Null for any other address. */
export function parseLearnAddress(url: URL): LearnAddress | null {
  if (url.hostname !== learnHost) return null;
  for (const [kind, form] of forms) {
    const [whole, place, name = '', id = ''] = form.exec(url.pathname) ?? [];
    const decoded = whole === undefined ? null : decode(name);
    if (!decoded || notUsers.has(decoded.toLowerCase())) continue;
    const sharing = url.searchParams.get('sharingId') ?? '';
    const sharingId = /^[\w-]{4,64}$/.test(sharing) ? sharing : null;
    return { kind, locale: (place ?? 'en-us').toLowerCase(), user: decoded, id, sharingId };
  }
  return null;
}

/** A name as it is written, or null where it holds what no name holds. */
function decode(name: string): string | null {
  try {
    const decoded = decodeURIComponent(name);
    return /^[^\s/\\?#<>"'\p{Cc}]+$/u.test(decoded) && !/^\.+$/.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
}

/** Without an address at which a record could be checked: known, so that others' links to the same are seen to be the same. */
export const microsoftLearnAddresses: BadgeAddresses = {
  id: 'microsoft-learn' as SourceId,
  name: 'Microsoft Learn',
  words: ['learn.microsoft'],
  parseBadgeUrl: (url) => (url.hostname === learnHost ? badgeIdIn(url) : null),
  isPictureUrl: (url) =>
    url.hostname === learnHost &&
    /\/media\/learn\/(?:certification|credential)\/badges\/|^\/(?:[a-z-]+\/)?training\/achievements\//.test(
      url.pathname,
    ),
  isImitation: (url) =>
    url.hostname !== learnHost && url.hostname.includes('learn.microsoft') && badgeIdIn(url) !== null,
};

/** The 16 digits of a credential, whichever of its pages it is; `achievement:` before the id of a badge or trophy. */
function badgeIdIn({ href }: URL): string | null {
  const url = new URL(href);
  url.hostname = learnHost;
  const address = parseLearnAddress(url);
  if (address?.kind === 'credential') return address.id.toLowerCase();
  return address?.kind === 'achievement' ? achievementId(address.id) : null;
}

export function achievementId(id: string): string {
  return `achievement:${id.toLowerCase()}`;
}

/** True for a page that shows everything its owner earned, where a link to one badge is meant. */
export function isWholeTranscript(url: URL): boolean {
  return parseLearnAddress(url)?.kind === 'transcript';
}
