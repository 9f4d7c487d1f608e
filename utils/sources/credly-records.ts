import * as v from 'valibot';
import {
  badgeId,
  type Account,
  type Badge,
  type BadgeState,
  type Criterion,
  type Evidence,
  type Issuer,
} from '../badge';
import { safeUrl, type WebUrl } from '../html';
import { knownAs } from './known-as';
import { idOrNull, listOf, nameOrNamed, named, text, textOrNull } from './record-fields';

/** Credly's public list, as recorded 2022 to 2026 (facts on sources, 1.1). What is not used is not asked for. */
const entity = v.object({ id: idOrNull, name: v.string(), vanity_url: textOrNull });
const issuerSchema = v.object({
  entities: listOf(v.object({ primary: v.fallback(v.boolean(), false), entity })),
});
const activitySchema = v.object({ title: text, url: textOrNull });
const evidenceSchema = v.looseObject({
  type: text,
  title: text,
  name: text,
  description: text,
  url: textOrNull,
});

const templateSchema = v.object({
  name: named,
  description: text,
  url: textOrNull,
  global_activity_url: textOrNull,
  type_category: textOrNull,
  level: textOrNull,
  image_url: textOrNull,
  skills: listOf(nameOrNamed),
  badge_template_activities: listOf(activitySchema),
  issuer: v.fallback(v.nullable(issuerSchema), null),
});

const recordSchema = v.object({
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
  issued_at_date: textOrNull,
  issued_at: textOrNull,
  expires_at_date: textOrNull,
  expires_at: textOrNull,
  issued_to: textOrNull,
  state: text,
  public: v.fallback(v.boolean(), true),
  is_private_badge: v.fallback(v.boolean(), false),
  image_url: textOrNull,
  issuer: v.fallback(v.nullable(issuerSchema), null),
  evidence: listOf(evidenceSchema),
  badge_template: templateSchema,
});
type CredlyRecord = v.InferOutput<typeof recordSchema>;

/** One record as a badge, or null when it is not what we know. */
export function toBadge(raw: unknown, account: Account): Badge | null {
  const parsed = v.safeParse(recordSchema, raw);
  if (!parsed.success) return null;
  const record = parsed.output;
  const template = record.badge_template;
  const issuedOn = toDay(record.issued_at_date, record.issued_at);
  if (!issuedOn) return null;
  const pageUrl = safeUrl(`https://www.credly.com/badges/${record.id}`);
  return {
    id: badgeId(account.sourceId, record.id),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: {
      name: template.name,
      description: template.description,
      criteria: template.badge_template_activities.flatMap(toCriterion),
      skills: [...new Set(template.skills)],
      type: template.type_category,
      level: template.level,
      url: safeUrl(template.url) ?? safeUrl(template.global_activity_url),
    },
    issuer: toIssuer(record.issuer ?? template.issuer),
    recipientName: record.issued_to,
    issuedOn,
    expiresOn: toDay(record.expires_at_date, record.expires_at),
    evidence: record.evidence.map(toEvidence),
    state: toState(record),
    pageUrl,
    imageUrl: toSizedPicture(record.image_url ?? template.image_url),
    credentialId: record.id,
    knownAs: knownAs(pageUrl),
    basis: 'record',
    renewableFrom: null,
  };
}

/**
 * The day that Credly prints. The moment beside it has an offset that varies, so its first ten characters are often
 * the day before; where only the moment is there, its UTC day is the printed one (all 19 recorded badges).
 */
export function toDay(day: string | null, moment: string | null): string | null {
  if (day && /^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const at = moment ? new Date(moment) : null;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, 10) : null;
}

function toIssuer(issuer: v.InferOutput<typeof issuerSchema> | null): Issuer {
  const entities = issuer?.entities ?? [];
  const found = (entities.find(({ primary }) => primary) ?? entities[0])?.entity;
  return { id: found?.id ?? null, name: found?.name ?? '', url: safeUrl(found?.vanity_url) };
}

function toCriterion(activity: v.InferOutput<typeof activitySchema>): Criterion[] {
  return activity.title ? [{ text: activity.title, url: safeUrl(activity.url) }] : [];
}

/** Kinds that we do not know are kept with what they say: `values` of IdEvidence, a file's name. */
function toEvidence(evidence: v.InferOutput<typeof evidenceSchema>): Evidence {
  const values = Array.isArray(evidence['values']) ? evidence['values'].map(String).join(', ') : '';
  return {
    type: evidence.type || 'Evidence',
    name: evidence.title || evidence.name,
    description: evidence.description || values,
    url: safeUrl(evidence.url),
  };
}

function toState(record: CredlyRecord): BadgeState {
  if (record.state === 'revoked') return 'revoked';
  if (record.state === 'pending') return 'pending';
  return record.is_private_badge || !record.public ? 'private' : 'public';
}

/** Twice the size at which mail shows it. Only images.credly.com knows sizes (facts on sources, 1.8). */
export function toSizedPicture(address: string | null): WebUrl | null {
  const url = safeUrl(address);
  if (!url || new URL(url).hostname !== 'images.credly.com') return url;
  return safeUrl(
    url.replace(/^(https:\/\/images\.credly\.com)\/(?:size\/\d+x\d+\/)?images\//, '$1/size/220x220/images/'),
  );
}
