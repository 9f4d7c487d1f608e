import { badgeId, type Account, type Badge, type Criterion, type Evidence } from '../badge';
import { safeUrl, type WebUrl } from '../html';
import { parseMoment } from '../open-badges/moment';
import { isObject, upgradeAssertion, upgradeBadgeClass, upgradeProfile, type Json } from '../open-badges/v1';
import { fieldsOf, listOf, textOf, textsOf } from '../open-badges/v3-fields';
import { toPlainLine } from '../plain-line';
import { toCredentialBadge } from './credential-badge';
import { isCredential, type HostedRecord } from './hosted-record';
import { knownAs } from './known-as';
import { toPlainText } from './plain-text';

/** What a source knows of a badge beside its record. */
export interface HostedOrigin {
  readonly account: Account;
  /** The source's own id of the badge. */
  readonly id: string;
  readonly pageUrl: WebUrl | null;
  /** A steady address of its picture, where the source has one that is better than what the record names. */
  readonly imageUrl?: WebUrl | null;
}

/** What one document may list; nobody reads more of one badge. */
const maxItems = 100;

/**
 * A record with its class and issuer as a badge; null when it is no badge, or says no more than that it was taken back.
 * Whether it is right is not judged here: that is what verifiers are for.
 */
export function toHostedBadge(record: HostedRecord, origin: HostedOrigin): Badge | null {
  const { account, id, pageUrl } = origin;
  const badge = isCredential(record.assertion)
    ? toCredentialBadge(record.assertion, account)
    : toAssertionBadge(record, account);
  if (!badge) return null;
  return {
    ...badge,
    id: badgeId(account.sourceId, id),
    achievement: { ...badge.achievement, description: toPlainText(badge.achievement.description) },
    // Moodle names the badge's own page as evidence.
    evidence: badge.evidence.filter(
      ({ url, name, description }) => url !== pageUrl || name !== '' || description !== '',
    ),
    // Whoever has the address can open it.
    state: record.isRevoked ? 'revoked' : 'public',
    pageUrl,
    imageUrl: origin.imageUrl ?? badge.imageUrl,
    knownAs: knownAs(...badge.knownAs, pageUrl, record.url),
  };
}

/** Open Badges 0.5 to 2.0. Read loosely: a class without criteria is a badge all the same. */
export function toAssertionBadge({ url, ...record }: HostedRecord, account: Account): Badge | null {
  const upgraded = upgradeAssertion(record.assertion, { url });
  if (!upgraded.ok) return null;
  const { json: assertion, version } = upgraded;
  const badgeClass = toPart(upgradeBadgeClass, record.badgeClass ?? assertion['badge'], version);
  const issuer = toPart(upgradeProfile, record.issuer ?? badgeClass['issuer'], version);
  const name = toName(badgeClass['name']);
  const issuedOn = toDay(assertion['issuedOn']);
  if (name === '' || issuedOn === null) return null;
  const uid = assertion['uid'];
  return {
    id: badgeId(account.sourceId, url),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: {
      name,
      description: textOf(badgeClass['description']),
      criteria: toCriteria(badgeClass['criteria']),
      skills: toSkills(badgeClass),
      type: null,
      level: null,
      url: safeUrl(badgeClass['id']),
    },
    issuer: {
      id: textsOf(issuer['id'])[0] || null,
      name: toName(issuer['name']) || hostOf(badgeClass['issuer']) || new URL(url).hostname,
      url: safeUrl(issuer['url']),
    },
    recipientName: toRecipientName(assertion),
    issuedOn,
    expiresOn: toDay(assertion['expires']),
    evidence: toEvidence(assertion['evidence']),
    state: 'unknown',
    pageUrl: null,
    imageUrl: toImage(badgeClass['image']) ?? toImage(assertion['image']),
    credentialId: typeof uid === 'string' || typeof uid === 'number' ? String(uid).slice(0, 200) : null,
    knownAs: knownAs(textsOf(assertion['id'])[0]),
    basis: 'record',
    renewableFrom: null,
  };
}

function toPart(
  upgrade: typeof upgradeProfile,
  value: unknown,
  version: '0.5' | '1.0' | '1.1' | '2.0',
): Json {
  const upgraded = isObject(value) ? upgrade(value, { url: null, version }) : null;
  return upgraded?.ok ? upgraded.json : {};
}

function toName(value: unknown): string {
  return toPlainLine(textOf(value), 300);
}

/** The day as the document prints it; unix seconds, of older badges, count by UTC. Null when it is no date. */
function toDay(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const at = parseMoment(value);
  if (!at) return null;
  return /^\d{4}-\d{2}-\d{2}(?=$|[Tt ])/.exec(String(value).trim())?.[0] ?? at.toISOString().slice(0, 10);
}

/** Criteria: an address, a text (1.x), or an object with either. */
function toCriteria(value: unknown): Criterion[] {
  return itemsOf(value).flatMap((item) => {
    const fields = fieldsOf(item);
    const url = safeUrl(typeof item === 'string' ? item : fields?.['id']);
    const narrative = typeof item === 'string' && !url ? item : textOf(fields?.['narrative']);
    const text = toPlainText(narrative);
    return text || url ? [{ text: text || (url ? new URL(url).hostname : ''), url }] : [];
  });
}

/** Its tags, and the names of what it is aligned to. */
function toSkills(badgeClass: Json): string[] {
  const aligned = listOf(badgeClass['alignment']).map(({ targetName }) => textOf(targetName));
  const words = [...textsOf(badgeClass['tags']), ...aligned].map(toName).filter((word) => word !== '');
  return [...new Set(words)].slice(0, maxItems);
}

function toEvidence(value: unknown): Evidence[] {
  return itemsOf(value).flatMap((item) => {
    const fields = fieldsOf(item) ?? { id: item };
    const url = safeUrl(fields['id']);
    const name = toName(fields['name']);
    const description = toPlainText(textOf(fields['narrative']) || textOf(fields['description']));
    const type = toName(fields['genre']) || 'Evidence';
    return name || description || url ? [{ type, name, description, url }] : [];
  });
}

/** A picture inside of the document has no address: the source may know one. */
function toImage(value: unknown): WebUrl | null {
  const [item] = itemsOf(value);
  return safeUrl(typeof item === 'string' ? item : fieldsOf(item)?.['id']);
}

/** The extension in which 2.0 badges say a name; an address of mail is none. */
function toRecipientName(assertion: Json): string | null {
  const profile = fieldsOf(assertion['extensions:recipientProfile'] ?? assertion['recipientProfile']);
  const name = toName(profile?.['name']);
  return name && !name.includes('@') ? name : null;
}

function hostOf(reference: unknown): string {
  const url = safeUrl(typeof reference === 'string' ? reference : fieldsOf(reference)?.['id']);
  return url ? new URL(url).hostname : '';
}

function itemsOf(value: unknown): unknown[] {
  return [value].flat().slice(0, maxItems);
}
