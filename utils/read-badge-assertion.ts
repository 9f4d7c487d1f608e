import { AppError, toAppError } from './errors';
import { safeUrl } from './html';
import type { Io } from './io';
import {
  parseAssertion,
  parseBadgeClass,
  parseProfile,
  type Assertion,
  type Parsed,
  type Place,
} from './open-badges/v2';
import { fieldsOf, textOf, type Fields } from './open-badges/v3-fields';
import {
  toCriteria,
  toDay,
  toEvidence,
  toGlobalId,
  toImage,
  toName,
  toPage,
  toSkills,
  toText,
} from './read-badge-fields';
import type { ReadFields } from './read-badge-parts';
import { knownAs } from './sources/known-as';
import { isWebAddress } from './verifiers/aliases';
import { fetchByOwnId } from './verifiers/fetch-document';

interface Found<T> {
  readonly value: T | null;
  /** Its address, where it has one. */
  readonly url: string | null;
}

/**
 * An assertion of Open Badges 0.5 to 2.1 as a badge. Its class and issuer are asked for where they are only named; where
 * they cannot be had any more, the badge is what the assertion alone says.
 * @param isHosted false for a signed one, whose address need not lead anywhere
 * @throws AppError `bad-response`, and faults of the network that pass by themselves
 */
export async function toAssertionFields(
  json: Fields,
  { url, isHosted }: { readonly url: string | null; readonly isHosted: boolean },
  io: Io,
): Promise<ReadFields> {
  const read = parseAssertion(json, { url });
  if (!read.ok) throw new AppError('unsupported-badge', read.reason);
  const assertion = read.value;
  const place: Place = { url, version: assertion.version };
  const badgeClass = await find(assertion.badge, parseBadgeClass, place, io);
  const around = { url: badgeClass.url ?? url, version: badgeClass.value?.version ?? assertion.version };
  const issuer = badgeClass.value ? await find(badgeClass.value.issuer, parseProfile, around, io) : null;
  const image = toImage(badgeClass.value?.['image'] ?? assertion['image']);
  const record = isWebAddress(assertion.id) ? assertion.id : null;
  return {
    image,
    isWhole: badgeClass.value !== null && issuer?.value !== null,
    fields: {
      achievement: {
        name: toName(badgeClass.value?.name),
        description: toText(badgeClass.value?.description),
        criteria: toCriteria(badgeClass.value?.['criteria']),
        skills: toSkills(badgeClass.value?.['tags']),
        type: null,
        level: null,
        url: safeUrl(badgeClass.value?.id) ?? safeUrl(badgeClass.url),
      },
      issuer: {
        id: issuer?.value?.id || issuer?.url || null,
        name: toName(issuer?.value?.name) || hostOf(issuer?.url ?? badgeClass.url ?? record),
        url: safeUrl(issuer?.value?.url),
      },
      recipientName: recipientName(assertion),
      issuedOn: toDay(json['issuedOn'] ?? json['issued_on'] ?? json['issued']) ?? '',
      expiresOn: toDay(json['expires']),
      evidence: toEvidence(assertion['evidence']),
      state: assertion.revoked === true ? 'revoked' : 'unknown',
      pageUrl: isHosted ? toPage(record) : null,
      imageUrl: image.url,
      credentialId: uidOf(assertion),
      knownAs: knownAs(toGlobalId(assertion.id), record && toPage(record)),
      basis: 'record',
      renewableFrom: null,
    },
  };
}

/** A class or an issuer: embedded, or behind its address. One without a name is only a reference. */
async function find<T extends { readonly id: string }>(
  reference: string | Fields,
  parse: (json: unknown, place: Place) => Parsed<T>,
  place: Place,
  io: Io,
): Promise<Found<T>> {
  const embedded = typeof reference === 'string' ? null : parse(reference, { ...place, url: null });
  if (embedded?.ok)
    return { value: embedded.value, url: isWebAddress(embedded.value.id) ? embedded.value.id : null };
  const address = typeof reference === 'string' ? reference : textOf(reference['id'] ?? reference['@id']);
  if (!isWebAddress(address)) return { value: null, url: null };
  const fetched = await fetchByOwnId(address, io);
  if (fetched.kind === 'unreachable') requireLasting(fetched.error);
  if (fetched.kind === 'nothing') requireLastingStatus(fetched.reason, fetched.host);
  if (fetched.kind !== 'document' || fetched.gone) return { value: null, url: address };
  const read = parse(fetched.json, {
    url: fetched.url,
    ...(place.version ? { version: place.version } : {}),
  });
  return { value: read.ok ? read.value : null, url: fetched.url };
}

/** A host that is gone is gone; a network that is away comes back, and the badge should then come in whole. */
function requireLasting(error: AppError): void {
  const isAway = error.code === 'offline' && globalThis.navigator?.onLine === false;
  if (isAway || error.code === 'timeout' || error.code === 'cancelled') throw toAppError(error);
}

function requireLastingStatus(reason: string, host: string): void {
  const status = Number(/^status (\d+)$/.exec(reason)?.[1] ?? 0);
  if (status === 429) throw new AppError('rate-limited', host);
  if (status >= 500) throw new AppError('server-error', `${host}: ${reason}`);
}

function hostOf(address: string | null): string {
  return address && isWebAddress(address) ? new URL(address).hostname : '';
}

/** The extension in which 2.0 badges say a name (extensions:recipientProfile); an address of mail is none. */
function recipientName(assertion: Assertion): string | null {
  const profile = fieldsOf(assertion['extensions:recipientProfile'] ?? assertion['recipientProfile']);
  const name = toName(profile?.['name']);
  return name && !name.includes('@') ? name : null;
}

function uidOf({ uid }: Assertion): string | null {
  return uid === undefined || uid === null || uid === '' ? null : String(uid).slice(0, 200);
}
