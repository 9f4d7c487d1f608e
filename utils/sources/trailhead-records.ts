import * as v from 'valibot';
import { badgeId, type Account, type Badge, type BadgeState } from '../badge';
import { AppError } from '../errors';
import { safeUrl } from '../html';
import { parseMoment } from '../open-badges/moment';
import { toPlainLine } from '../plain-line';
import { knownAs } from './known-as';

const text = v.fallback(v.string(), '');
const textOrNull = v.fallback(v.nullable(v.string()), null);

const awardSchema = v.object({
  node: v.object({
    id: v.pipe(v.string(), v.minLength(1)),
    earnedAt: textOrNull,
    award: v.object({
      title: v.pipe(v.string(), v.trim(), v.minLength(1)),
      type: textOrNull,
      icon: textOrNull,
      content: v.fallback(v.nullable(v.object({ webUrl: textOrNull, description: text })), null),
    }),
  }),
});
const statusSchema = v.object({ title: text, expired: v.fallback(v.boolean(), false) });
const certificationSchema = v.object({
  title: v.pipe(v.string(), v.trim(), v.minLength(1)),
  publicDescription: text,
  dateCompleted: v.string(),
  dateExpired: textOrNull,
  maintenanceDueDate: textOrNull,
  logoUrl: textOrNull,
  infoUrl: textOrNull,
  // A word in some answers, an object in others.
  status: v.fallback(
    v.union([
      statusSchema,
      v.pipe(
        v.string(),
        v.transform((title) => ({ title, expired: false })),
      ),
    ]),
    { title: '', expired: false },
  ),
});

const profileSchema = v.object({
  data: v.object({ profile: v.nullable(v.looseObject({ __typename: v.string() })) }),
});
const awardsSchema = v.object({
  earnedAwards: v.object({
    edges: v.array(v.unknown()),
    pageInfo: v.object({ endCursor: textOrNull, hasNextPage: v.boolean() }),
  }),
});
const credentialSchema = v.object({
  credential: v.nullable(v.object({ certifications: v.nullable(v.array(v.unknown())) })),
});

/**
 * The public profile of an answer.
 * @throws AppError `private-profile`, `not-found`, `bad-response`
 */
export function parseProfile(json: unknown): unknown {
  const read = v.safeParse(profileSchema, json);
  if (!read.success) throw new AppError('bad-response', v.summarize(read.issues).slice(0, 200));
  const { profile } = read.output.data;
  if (!profile) throw new AppError('not-found', 'no such profile');
  if (profile['__typename'] === 'PrivateProfile') throw new AppError('private-profile', 'PrivateProfile');
  if (profile['__typename'] !== 'PublicProfile')
    throw new AppError('bad-response', 'a profile of another kind');
  return profile;
}

/** One page of awards. */
export function parseAwards(profile: unknown): { edges: unknown[]; next: string | null } {
  const read = v.safeParse(awardsSchema, profile);
  if (!read.success) throw new AppError('bad-response', v.summarize(read.issues).slice(0, 200));
  const { edges, pageInfo } = read.output.earnedAwards;
  return { edges, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** Certifications, all at once. Nobody has to have one. */
export function parseCertifications(profile: unknown): unknown[] {
  const read = v.safeParse(credentialSchema, profile);
  if (!read.success) throw new AppError('bad-response', v.summarize(read.issues).slice(0, 200));
  return read.output.credential?.certifications ?? [];
}

/** One record as a badge, or null when it is neither an award nor a certification as we know them. */
export function toBadge(raw: unknown, account: Account): Badge | null {
  const award = v.safeParse(awardSchema, raw);
  if (award.success) return fromAward(award.output.node, account);
  const certification = v.safeParse(certificationSchema, raw);
  return certification.success ? fromCertification(certification.output, account) : null;
}

function fromAward(node: v.InferOutput<typeof awardSchema>['node'], account: Account): Badge {
  const { title, type, icon, content } = node.award;
  return {
    ...common(account, title),
    id: badgeId(account.sourceId, node.id),
    achievement: achievementOf(title, content?.description ?? '', type, content?.webUrl ?? null),
    // Empty: the day is told to nobody but the owner.
    issuedOn: toDay(node.earnedAt) ?? '',
    imageUrl: safeUrl(icon),
  };
}

function fromCertification(
  record: v.InferOutput<typeof certificationSchema>,
  account: Account,
): Badge | null {
  const issuedOn = toDay(record.dateCompleted);
  if (!issuedOn) return null;
  const { title } = record;
  return {
    ...common(account, title),
    // They have no number of their own; nobody passes the same one twice on a day.
    id: badgeId(account.sourceId, `${account.handle}/certification/${issuedOn}/${title}`),
    achievement: achievementOf(title, record.publicDescription, 'Certification', record.infoUrl),
    issuedOn,
    expiresOn: toDay(record.dateExpired) ?? toDay(record.maintenanceDueDate),
    state: stateOf(record.status),
    imageUrl: safeUrl(record.logoUrl),
  };
}

function common(account: Account, title: string): Badge {
  return {
    id: badgeId(account.sourceId, title),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: achievementOf(title, '', null, null),
    issuer: { id: null, name: 'Salesforce', url: safeUrl('https://www.salesforce.com/') },
    recipientName: null,
    issuedOn: '',
    expiresOn: null,
    evidence: [],
    state: 'public',
    pageUrl: account.url,
    imageUrl: null,
    credentialId: null,
    knownAs: knownAs(),
    basis: 'record',
    renewableFrom: null,
  };
}

function achievementOf(
  name: string,
  description: string,
  type: string | null,
  url: string | null,
): Badge['achievement'] {
  return {
    name: toPlainLine(name, 300),
    description: description.trim(),
    criteria: [],
    skills: [],
    type,
    level: null,
    url: safeUrl(url),
  };
}

/** The service's own words: "Active", "Expired", "Retired", "Maintenance due". */
function stateOf({ title, expired }: v.InferOutput<typeof statusSchema>): BadgeState {
  if (expired || /^expired$/i.test(title.trim())) return 'expired';
  return /^retired$/i.test(title.trim()) ? 'retired' : 'public';
}

/** The day as it is printed. */
function toDay(value: string | null): string | null {
  if (value === null || !parseMoment(value)) return null;
  return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? null;
}
