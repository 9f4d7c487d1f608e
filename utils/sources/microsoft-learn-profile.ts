import * as v from 'valibot';
import { AppError } from '../errors';
import { safeUrl } from '../html';
import type { Io } from '../io';
import { toPlainLine } from '../plain-line';
import { readJson } from '../read-json';
import { learnHost } from './microsoft-learn-addresses';
import { toDay } from './microsoft-learn-transcript';
import { count, named, text, textOrNull } from './record-fields';
import type { RecordPage } from './source';

/** Of a profile only what leads on; names and pictures of the person are not read (facts on sources, 2.2). */
const profileSchema = v.object({
  userId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  isPrivate: v.optional(v.nullable(v.boolean()), false),
});
const achievementSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  typeId: text,
  title: named,
  grantedOn: v.string(),
  imageUrl: textOrNull,
  url: textOrNull,
});
const listSchema = v.object({
  achievements: v.array(v.unknown()),
  totalCount: v.fallback(v.nullable(count), null),
});
/** More than Learn has modules; nobody else has as many. */
const maxBytes = 12_000_000;

/** One badge or trophy of training, without the id of the person. */
export const achievementEntrySchema = v.object({
  kind: v.picklist(['badge', 'trophy']),
  id: v.string(),
  name: named,
  earnedOn: v.string(),
  image: v.nullable(v.string()),
  /** The module or path that it is for. */
  about: v.nullable(v.string()),
});
export type AchievementEntry = v.InferOutput<typeof achievementEntrySchema>;

/**
 * The badges and trophies of a public profile. It shows no certifications, whatever the user's settings: those are in the
 * transcript alone (facts on sources, 2.2).
 */
export async function fetchAchievements(user: string, io: Io): Promise<RecordPage> {
  const profile = v.safeParse(
    profileSchema,
    await fetchJson(`https://${learnHost}/api/profiles/${encodeURIComponent(user)}`, io),
  );
  if (!profile.success) throw new AppError('bad-response', v.summarize(profile.issues).slice(0, 200));
  if (profile.output.isPrivate) throw new AppError('private-profile', 'the profile says that it is private');
  const address = `https://${learnHost}/api/achievements/user/${profile.output.userId}?locale=en-us`;
  const list = v.safeParse(listSchema, await fetchJson(address, io));
  if (!list.success) throw new AppError('bad-response', v.summarize(list.issues).slice(0, 200));
  const { achievements, totalCount } = list.output;
  const records = achievements.map(toEntry).filter((entry) => entry !== null);
  if (achievements.length > 0 && records.length === 0)
    throw new AppError('bad-response', `none of ${achievements.length} achievements is as we know it`);
  return { records, statedTotal: totalCount, nextCursor: null };
}

async function fetchJson(address: string, io: Io): Promise<unknown> {
  return readJson(await io.fetch(address, { accept: 'application/json', maxBytes }), io.now());
}

function toEntry(raw: unknown): AchievementEntry | null {
  const { success, output } = v.safeParse(achievementSchema, raw);
  const earnedOn = success ? toDay(output.grantedOn) : null;
  if (!success || !earnedOn) return null;
  return {
    kind: /\.trophy$/i.test(output.typeId) ? 'trophy' : 'badge',
    id: output.id,
    name: toPlainLine(output.title, 300),
    earnedOn,
    image: toAddress(output.imageUrl),
    about: toAddress(output.url),
  };
}

/** Addresses in the list are relative to the site. */
function toAddress(address: string | null): string | null {
  const site = `https://${learnHost}/`;
  const url = address && URL.canParse(address, site) ? new URL(address, site) : null;
  return url?.hostname === learnHost ? safeUrl(url.href) : null;
}
