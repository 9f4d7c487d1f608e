import * as v from 'valibot';
import { badgeId, type Account, type Badge } from '../badge';
import { AppError } from '../errors';
import { safeUrl } from '../html';
import { toPlainLine } from '../plain-line';
import { parseHtmlPage, type PageElement } from './html-page';
import { knownAs } from './known-as';

/** What one entry of the page says, as it stands there. */
const recordSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  /** "Earned Aug 3, 2025 EDT" */
  earned: v.string(),
  picture: v.nullable(v.string()),
  /** The page of this award; null where the entry has no link. */
  page: v.nullable(v.string()),
  /** The name that the profile bears. */
  owner: v.string(),
});
type ProfileRecord = v.InferOutput<typeof recordSchema>;

/** English names, as the page prints them; a table, because `Date` would guess at others. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const awardPath = /^\/public_profiles\/[0-9a-f-]{36}\/badges\/(\d+)\/?$/i;

/**
 * The entries of a public profile, by the selectors that were recorded of it (facts on sources, 3).
 * @throws AppError `bad-response` when it is not the page we know: zero badges only where nothing on it looks like one
 */
export function parseProfile(html: string, url: string): { records: ProfileRecord[]; statedTotal: number } {
  const page = parseHtmlPage(html);
  const owner = page.all('h1.ql-display-small')[0]?.text;
  const entries = page.all('.profile-badge');
  if (owner === undefined) throw new AppError('bad-response', 'no profile with a name on it');
  const looksLikeBadges = page.all('a[href*="/badges/"], img[src*="cdn.qwiklabs.com"]').length > 0;
  if (entries.length === 0 && looksLikeBadges)
    throw new AppError('bad-response', 'badges in a shape that is not known');
  const records = entries.map((entry) => toRecord(entry, owner, url)).filter((record) => record !== null);
  if (entries.length > 0 && records.length === 0)
    throw new AppError('bad-response', `${entries.length} badges without names`);
  return { records, statedTotal: entries.length };
}

function toRecord(entry: PageElement, owner: string, url: string): ProfileRecord | null {
  const name = entry.all('.ql-title-medium')[0]?.text ?? '';
  const link = [entry.attribute('href'), ...entry.all('a[href]').map((anchor) => anchor.attribute('href'))]
    .flatMap((href) => (href && URL.canParse(href, url) ? [new URL(href, url)] : []))
    .find((target) => awardPath.test(target.pathname));
  const picture = entry.all('img')[0]?.attribute('src') ?? null;
  const earned = entry.all('.ql-body-medium')[0]?.text ?? '';
  return name === '' ? null : { name, earned, picture, page: link?.href ?? null, owner };
}

/** One entry as a badge, or null when its day cannot be read. */
export function toBadge(raw: unknown, account: Account): Badge | null {
  const parsed = v.safeParse(recordSchema, raw);
  if (!parsed.success) return null;
  const { name, earned, picture, page, owner } = parsed.output;
  const issuedOn = toDay(earned);
  if (!issuedOn) return null;
  const pageUrl = safeUrl(page)?.replace(/[?#].*$/, '') ?? null;
  const award = pageUrl && awardPath.exec(new URL(pageUrl).pathname)?.[1];
  const cleanName = toPlainLine(name, 300);
  return {
    // Numbers may be those of a badge and not of its award, so whose it is belongs to the name.
    id: badgeId(account.sourceId, `${account.handle}/${award ?? `${issuedOn} ${cleanName}`}`),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: {
      name: cleanName,
      description: '',
      criteria: [],
      skills: [],
      type: null,
      level: null,
      url: null,
    },
    // The page names no issuer but the platform itself.
    issuer: { id: null, name: 'Google Skills', url: safeUrl('https://www.skills.google/') },
    recipientName: toPlainLine(owner, 200) || null,
    issuedOn,
    expiresOn: null,
    evidence: [],
    state: 'public',
    pageUrl: safeUrl(pageUrl) ?? account.url,
    imageUrl: safeUrl(picture),
    credentialId: null,
    knownAs: knownAs(pageUrl),
    basis: 'record',
    renewableFrom: null,
  };
}

/** "Earned Aug 3, 2025 EDT" → 2025-08-03; null for anything else, and for days that no calendar has. */
function toDay(text: string): string | null {
  const [, name = '', day = '', year = ''] = /\b([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})\b/.exec(text) ?? [];
  const month = months.indexOf(name) + 1;
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  if (month === 0 || date.getUTCDate() !== Number(day) || date.getUTCMonth() !== month - 1) return null;
  return date.toISOString().slice(0, 10);
}
