import * as v from 'valibot';
import { badgeId, type Account, type Badge, type BadgeState } from '../badge';
import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import { toPlainLine } from '../plain-line';
import { accredibleAssertion } from './accredible-page';
import { toHostedBadge } from './hosted-badge';
import type { HostedRecord } from './hosted-record';
import { knownAs } from './known-as';
import { toPlainText } from './plain-text';

/** `api.accredible.com/v1/credential-net/credentials/<id>` (facts on sources, 3). What is not used, e-mail above all, is not read. */
const text = v.fallback(v.string(), '');
const textOrNull = v.fallback(v.nullable(v.string()), null);
const day = v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))), null);
const outcome = v.union([
  v.string(),
  v.pipe(
    v.object({ name: v.string() }),
    v.transform(({ name }) => name),
  ),
]);

const credentialSchema = v.object({
  id: v.fallback(v.nullable(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/))])), null),
  uuid: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
  name: text,
  description: text,
  issued_on: day,
  expired_on: day,
  expired: v.fallback(v.boolean(), false),
  revoked_at: v.fallback(v.nullable(v.union([v.string(), v.number()])), null),
  private: v.fallback(v.boolean(), false),
  url: textOrNull,
  'badge?': v.fallback(v.boolean(), true),
  learning_outcomes: v.fallback(v.array(v.fallback(outcome, '')), []),
  course_link: textOrNull,
  group: v.fallback(v.nullable(v.object({ course_name: text })), null),
  issuer: v.fallback(
    v.nullable(
      v.object({
        id: v.fallback(v.nullable(v.union([v.number(), v.string()])), null),
        name: text,
        url: textOrNull,
      }),
    ),
    null,
  ),
  recipient: v.fallback(v.nullable(v.object({ name: text })), null),
});
type Credential = v.InferOutput<typeof credentialSchema>;

/** A credential as Accredible itself describes it, and its record of Open Badges, which knows criteria and skills. */
export interface AccredibleRecord {
  readonly credential: Credential;
  readonly assertion: HostedRecord | null;
}

/** @throws AppError `bad-response` when it is no credential */
export function parseCredential(json: unknown): Credential {
  const read = v.safeParse(v.object({ data: credentialSchema }), json);
  if (!read.success) throw new AppError('bad-response', v.summarize(read.issues).slice(0, 200));
  return read.output.data;
}

/** One record as a badge, or null when it is not what we know. */
export function toBadge(raw: unknown, account: Account): Badge | null {
  if (!isRecord(raw)) return null;
  const { credential, assertion } = raw;
  const pageUrl = pageOf(credential);
  const origin = { account, id: credential.uuid, pageUrl };
  const hosted = assertion && toHostedBadge(assertion, origin);
  const name = toName(credential.name) || toName(credential.group?.course_name) || hosted?.achievement.name;
  const issuedOn = credential.issued_on ?? hosted?.issuedOn;
  if (!name || !issuedOn) return null;
  const outcomes = credential.learning_outcomes.map(toName).filter((skill) => skill !== '');
  return {
    id: badgeId(account.sourceId, credential.uuid),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: {
      name,
      description: toPlainText(credential.description) || (hosted?.achievement.description ?? ''),
      criteria: hosted?.achievement.criteria ?? [],
      skills: [...new Set([...outcomes, ...(hosted?.achievement.skills ?? [])])],
      type: hosted?.achievement.type ?? null,
      level: null,
      url: safeUrl(credential.course_link) ?? hosted?.achievement.url ?? null,
    },
    issuer: {
      id: credential.issuer?.id?.toString() ?? hosted?.issuer.id ?? null,
      name: toName(credential.issuer?.name) || (hosted?.issuer.name ?? ''),
      url: safeUrl(credential.issuer?.url) ?? hosted?.issuer.url ?? null,
    },
    recipientName: toName(credential.recipient?.name) || (hosted?.recipientName ?? null),
    issuedOn,
    expiresOn: credential.expired_on ?? hosted?.expiresOn ?? null,
    evidence: hosted?.evidence ?? [],
    state: toState(credential, assertion),
    pageUrl,
    imageUrl: steadyImage(credential) ?? hosted?.imageUrl ?? null,
    credentialId: credential.id?.toString() ?? credential.uuid,
    knownAs: knownAs(...(hosted?.knownAs ?? []), pageUrl, accredibleAssertion(credential.uuid)),
    basis: 'record',
    renewableFrom: null,
  };
}

function toName(value: string | undefined): string {
  const name = toPlainLine(value ?? '', 300);
  return name.includes('@') ? '' : name;
}

function toState(credential: Credential, assertion: HostedRecord | null): BadgeState {
  if (credential.revoked_at !== null || assertion?.isRevoked) return 'revoked';
  if (credential.private) return 'private';
  return credential.expired && credential.expired_on === null ? 'expired' : 'public';
}

/** The page of the customer's own brand, which is what people know it by. */
function pageOf({ url, uuid }: Credential): WebUrl | null {
  return safeUrl(url) ?? safeUrl(`https://www.credential.net/${uuid}`);
}

/** `badge_image` is signed and dies in days; this address stays. It goes by the number. */
function steadyImage(credential: Credential): WebUrl | null {
  const kind = credential['badge?'] ? 'badge' : 'certificate';
  const base = 'https://api.accredible.com/v1/frontend/credential_website_embed_image';
  return credential.id === null ? null : safeUrl(`${base}/${kind}/${credential.id}`);
}

function isRecord(value: unknown): value is AccredibleRecord {
  return typeof value === 'object' && value !== null && 'credential' in value && 'assertion' in value;
}
