import { badgeId, type Account, type Badge, type Criterion, type Evidence } from '../badge';
import { safeUrl, type WebUrl } from '../html';
import { parseAssertion, parseBadgeClass, parseProfile } from '../open-badges/v2';
import { parseMoment } from '../open-badges/moment';
import { fieldsOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { toPlainLine } from '../plain-line';
import type { HostedParts } from './hosted-parts';
import { knownAs } from './known-as';

/**
 * An assertion of Open Badges 2.0 with its class and issuer as a badge; null when one of the three is not what it should be.
 * @param isHosted false for a signed one, whose id need not lead anywhere
 */
export function toAssertionBadge(parts: HostedParts, account: Account, isHosted: boolean): Badge | null {
  const assertion = parseAssertion(parts.assertion);
  const badgeClass = parseBadgeClass(parts.badgeClass);
  const issuer = parseProfile(parts.issuer);
  if (!assertion.ok || !badgeClass.ok || !issuer.ok) return null;
  const issuedOn = toDay(parts.assertion['issuedOn']);
  const name = line(badgeClass.value.name);
  const { id } = assertion.value;
  if (!issuedOn || name === '' || id === '') return null;
  return {
    id: badgeId(account.sourceId, id),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: {
      name,
      description: (badgeClass.value.description ?? '').trim(),
      criteria: toCriteria(parts.badgeClass['criteria']),
      skills: textsOf(parts.badgeClass['tags']).map(line).filter(Boolean),
      type: null,
      level: null,
      url: safeUrl(badgeClass.value.id),
    },
    issuer: { id: issuer.value.id || null, name: line(issuer.value.name), url: safeUrl(issuer.value.url) },
    recipientName: recipientName(parts.assertion),
    issuedOn,
    expiresOn: toDay(parts.assertion['expires']),
    evidence: [parts.assertion['evidence']].flat().flatMap(toEvidence),
    state: assertion.value.revoked === true ? 'revoked' : 'unknown',
    pageUrl: isHosted ? safeUrl(id) : null,
    imageUrl: toImage(parts.badgeClass['image']) ?? toImage(parts.assertion['image']),
    credentialId: null,
    knownAs: knownAs(/^(?:https?:\/\/|urn:(?!uid:))/i.test(id) ? id : null),
    basis: 'record',
    renewableFrom: null,
  };
}

function line(text: string): string {
  return toPlainLine(text, 300);
}

/** The day as the document prints it; unix seconds, of older badges, count by UTC. */
function toDay(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const at = parseMoment(value);
  if (!at) return null;
  return /^\d{4}-\d{2}-\d{2}(?=$|[Tt ])/.exec(String(value))?.[0] ?? at.toISOString().slice(0, 10);
}

function toCriteria(value: unknown): Criterion[] {
  return [value].flat().flatMap((item) => {
    const fields = fieldsOf(item);
    const url = safeUrl(typeof item === 'string' ? item : fields?.['id']);
    const text = textOf(fields?.['narrative']).trim();
    return text || url ? [{ text: text || (url ? new URL(url).hostname : ''), url }] : [];
  });
}

function toEvidence(item: unknown): Evidence[] {
  const fields: Fields = fieldsOf(item) ?? { id: item };
  const url = safeUrl(fields['id']);
  const name = line(textOf(fields['name']));
  const description = (textOf(fields['description']) || textOf(fields['narrative'])).trim();
  const type = line(textOf(fields['genre'])) || 'Evidence';
  return name || description || url ? [{ type, name, description, url }] : [];
}

function toImage(value: unknown): WebUrl | null {
  const [item] = [value].flat();
  return safeUrl(typeof item === 'string' ? item : fieldsOf(item)?.['id']);
}

/** The extension in which 2.0 badges say a name; an address of mail is none. */
function recipientName(assertion: Fields): string | null {
  const name = line(textOf(fieldsOf(assertion['extensions:recipientProfile'])?.['name']));
  return name && !name.includes('@') ? name : null;
}
