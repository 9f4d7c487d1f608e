import { safeUrl, type WebUrl } from '../html';
import { canonicalHost } from './aliases';

/** Where the record of a platform's page lies. */
export interface PlatformBadge {
  /** Name of the platform, as it writes itself. */
  readonly platform: string;
  /** Addresses of the assertion, best first. */
  readonly assertionUrls: readonly WebUrl[];
  /** The page for people. */
  readonly pageUrl: WebUrl | null;
  /** The e-mail address that a link says its badge is for: somebody's word, to be compared with the record. */
  readonly recipientHint: string | null;
}

interface Platform {
  readonly name: string;
  /** Addresses of the record, or null when the address is no badge of this platform. */
  readonly assertionsOf: (url: URL) => readonly string[] | null;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const regions = 'eu|au|ca|sg';

/** Facts on verification, section 6. Credly and other sources of ours know their own addresses. */
const platforms: readonly Platform[] = [
  { name: 'Canvas Credentials', assertionsOf: badgrAssertions },
  {
    name: 'Open Badge Factory',
    assertionsOf: ({ hostname, pathname }) => {
      const id = /^\/v1\/assertion\/([0-9a-f]{40})(?:\.html|\/public)?\/?$/i.exec(pathname)?.[1];
      const isOurs = /^(?:www\.)?openbadgefactory\.com$/.test(hostname);
      return isOurs && id ? [`https://openbadgefactory.com/v1/assertion/${id.toLowerCase()}`] : null;
    },
  },
  {
    name: 'Accredible',
    assertionsOf: ({ hostname, pathname }) => {
      const isOurs = /(?:^|\.)(?:accredible\.com|credential\.net)$/.test(hostname);
      const id = isOurs ? uuid.exec(pathname)?.[0] : undefined;
      return id ? [accredibleAssertion(id)] : null;
    },
  },
  { name: 'Moodle', assertionsOf: moodleAssertions },
];

/** The record behind a platform's link; null for any other address. Pure. */
export function findPlatformBadge(url: URL): PlatformBadge | null {
  for (const { name, assertionsOf } of platforms) {
    const assertionUrls = (assertionsOf(url) ?? []).map(safeUrl).filter((address) => address !== null);
    if (assertionUrls.length === 0) continue;
    const recipientHint = url.searchParams.get('identity__email');
    return { platform: name, assertionUrls, pageUrl: safeUrl(withoutQuery(url, name)), recipientHint };
  }
  return null;
}

/** Badgr, later Canvas Credentials, now Parchment; one host per region, each with an `api.` beside it. */
function badgrAssertions({ hostname, pathname }: URL): readonly string[] | null {
  const id = /^\/public\/assertions\/([\w-]{6,64})(?:\.json|\/(?:baked|image))?\/?$/.exec(pathname)?.[1];
  const host = id ? apiHost(hostname) : null;
  if (!host) return null;
  return [`https://${host}/public/assertions/${id}?v=2_0`, `https://${host}/public/assertions/${id}.json`];
}

function apiHost(hostname: string): string | null {
  if (/^(?:(?:www|api)\.)?badgr\.(?:com|io)$/.test(hostname)) return 'api.badgr.io';
  const badgr = new RegExp(`^(?:api\\.)?(${regions})\\.badgr\\.(?:com|io)$`).exec(hostname);
  if (badgr) return `api.${badgr[1]}.badgr.io`;
  const parchment = new RegExp(`^(?:api\\.)?(?:(${regions})\\.)?badges\\.parchment\\.com$`).exec(hostname);
  if (parchment) return `api.${parchment[1] ? `${parchment[1]}.` : ''}badges.parchment.com`;
  const country = new RegExp(`^(?:api\\.)?badges\\.parchment\\.(${regions})$`).exec(hostname);
  return country ? `api.badges.parchment.${country[1]}` : null;
}

/** Any site may be a Moodle, also below a folder; the hash in the link is the badge's name everywhere. */
function moodleAssertions(url: URL): readonly string[] | null {
  const [, folder] = /^(.*)\/badges\/(?:badge|assertion)\.php$/.exec(url.pathname) ?? [];
  const hash = url.searchParams.get('hash') ?? url.searchParams.get('b');
  if (folder === undefined || !hash || !/^[0-9a-f]{40}$/i.test(hash)) return null;
  // `action` asks a part of the record (0 the issuer, 1 the class).
  if (url.searchParams.has('action')) return null;
  const base = `https://${url.host}${folder}/badges/assertion.php?`;
  return [`${base}obversion=2&b=${hash}`, `${base}b=${hash}`];
}

/** `https://api.accredible.com/v1/obi/badge_assertions/<uuid>`. */
export function accredibleAssertion(id: string): string {
  return `https://api.accredible.com/v1/obi/badge_assertions/${id.toLowerCase()}`;
}

/** A page of Accredible under a short code: the record's id stands in the page alone. */
export function isAccrediblePage({ hostname, pathname }: URL): boolean {
  return (
    /^(?:www\.)?credential\.net$|^[a-z0-9-]+\.credential\.net$/.test(hostname) &&
    /^\/[\w-]{4,}/.test(pathname)
  );
}

/** The record's id in such a page; null when the page names none, or several. */
export function accredibleIdIn(page: string): string | null {
  const found = [
    ...page.matchAll(
      new RegExp(
        `(?:obi/badge_assertions/|"uuid"\\s*:\\s*"|\\\\"uuid\\\\"\\s*:\\s*\\\\")(${uuid.source})`,
        'gi',
      ),
    ),
  ].map((match) => match[1]?.toLowerCase() ?? '');
  const different = [...new Set(found)];
  return different.length === 1 ? (different[0] ?? null) : null;
}

/** A page of Microsoft Learn on which somebody shares a credential or an achievement. */
export function isLearnSharePage({ hostname, pathname }: URL): boolean {
  if (hostname !== 'learn.microsoft.com') return false;
  return (
    /^\/api\/(?:credentials|achievements)\/share\/[\w-]+\/[^/]+\/[^/]+\/?$/i.test(pathname) ||
    /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?users\/[^/]+\/(?:credentials|achievements|transcript)\/[^/]+/i.test(
      pathname,
    )
  );
}

/** The badge of 3.0 that Credly keeps under the id of one of 2.0. */
export function credentialTwin(assertionUrl: WebUrl): WebUrl | null {
  const id = /\/obi\/v2\/badge_assertions\/([0-9a-f-]{36})\/?$/i.exec(new URL(assertionUrl).pathname)?.[1];
  if (!id || canonicalHost(assertionUrl) !== 'www.credly.com') return null;
  return safeUrl(`https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${id}`);
}

/** A link to show: without the e-mail address that stands in it. Moodle's hash is what names the page. */
function withoutQuery(url: URL, platform: string): string {
  const page = new URL(url);
  page.protocol = 'https:';
  if (platform !== 'Moodle') page.search = '';
  page.hash = '';
  return page.href;
}
