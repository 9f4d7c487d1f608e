import * as v from 'valibot';
import { isToCome, parseMoment } from '../open-badges/moment';
import { isObject, type Json } from '../open-badges/v1';
import type { Parsed } from '../open-badges/v2';
import { check, type Check } from '../verification';
import { canonicalId, isWebAddress, toAsked } from './aliases';
import { isAt, type FetchedDocument } from './fetch-document';
import { checkOrigin, placesOf, readProfile, toClaim } from './issuer-checks';
import {
  emptyReport,
  type Provenance,
  type Subject,
  type VerifierReport,
  type VerifyContext,
} from './verifier';

const endorsementSchema = v.looseObject({
  id: v.string(),
  claim: v.looseObject({ id: v.string(), endorsementComment: v.optional(v.nullable(v.string())) }),
  issuedOn: v.pipe(
    v.union([v.string(), v.number()]),
    v.transform(parseMoment),
    v.date('issuedOn is no date'),
  ),
  issuer: v.union([v.string(), v.looseObject({})]),
  revoked: v.optional(v.nullable(v.boolean())),
});

export type EndorsementObject = v.InferOutput<typeof endorsementSchema>;

/** An Endorsement of Open Badges 2.0, or in English what is wrong with it. */
export function parseEndorsement(json: unknown): Parsed<EndorsementObject> {
  const read = v.safeParse(endorsementSchema, json);
  return read.success
    ? { ok: true, value: read.output }
    : { ok: false, reason: v.summarize(read.issues).replaceAll('\n', ' ') };
}

/** True for an Endorsement of Open Badges 2.0. */
export function isEndorsement(json: unknown): json is Json {
  if (!isObject(json)) return false;
  const types = [json['type'] ?? json['@type']].flat().filter((type) => typeof type === 'string');
  return types.some((type) => /^(?:.*[:#/])?Endorsement$/.test(type));
}

/**
 * Verifies an Endorsement of 2.0 that was fetched from its own address (section "Endorsement"): it speaks of what it was
 * found with, its issuer may host it where it lies, and its date has come.
 * @param endorses ids of what it was found with; null when it was found alone
 */
export async function verifyEndorsement(
  fetched: FetchedDocument,
  endorses: readonly string[] | null,
  { io }: VerifyContext,
): Promise<VerifierReport> {
  const { host } = fetched;
  const reachable = [...fetched.notes, check('assertion-reachable', 'pass', fetched.url, host)];
  const read = parseEndorsement(fetched.json);
  const said = isObject(fetched.json) ? fetched.json : {};
  const revoked = fetched.gone || said['revoked'] === true;
  const revocation = check('not-revoked', revoked ? 'fail' : 'pass', revoked ? 'taken back' : '', host);
  if (!read.ok) {
    const fault = check('assertion-readable', 'fail', read.reason, host);
    return { ...emptyReport, checks: [...reachable, revoked ? revocation : fault], checkedWith: host };
  }
  const { id, claim, issuer, issuedOn } = read.value;
  const profile = await readProfile(issuer, { url: fetched.url, version: '2.0' }, io);
  const places = placesOf(id, fetched.url);
  const origin = profile.value && checkOrigin(places, null, profile.value);
  const isFuture = isToCome(issuedOn, io.now());
  return {
    ...emptyReport,
    checks: [
      ...reachable,
      check('assertion-readable', 'pass', 'Open Badges 2.0', host),
      check('assertion-id', !isWebAddress(id) || isAt(id, fetched) ? 'pass' : 'fail', id, host),
      ...checkClaim(claim.id, endorses, host),
      revocation,
      check('dates', isFuture ? 'fail' : 'pass', `issuedOn ${issuedOn.toISOString()}`, host),
      ...profile.checks,
      ...(origin ? [origin] : []),
    ],
    checkedWith: host,
    badge: {
      name: '',
      issuerName: profile.value?.name ?? '',
      issuedOn: issuedOn.toISOString().slice(0, 10),
      expiresOn: null,
    },
    form: 'Open Badges 2.0, hosted endorsement',
    issuer: toClaim(profile, origin),
    endorsementComment: claim.endorsementComment ?? '',
  };
}

/** It speaks of what it was found with. */
export function checkClaim(id: string, endorses: readonly string[] | null, host: string | null): Check[] {
  if (!endorses) return [];
  const isMeant = endorses.some((endorsed) => canonicalId(endorsed) === canonicalId(id));
  return [check('claims', isMeant ? 'pass' : 'fail', `claim.id ${id}`, host)];
}

/** Endorsements that documents carry or name: an address, a JWS, or an embedded one. */
export function endorsementsOf(documents: readonly (Json | null)[], from: Provenance): readonly Subject[] {
  const endorses = documents
    .map((document) => document?.['id'])
    .filter((id) => typeof id === 'string' && id !== '');
  return documents
    .flatMap((document) => [document?.['endorsement']].flat())
    .map((item) => toSubject(item, endorses as string[], from))
    .filter((subject) => subject !== null);
}

function toSubject(item: unknown, endorses: readonly string[], from: Provenance): Subject | null {
  if (isObject(item)) return { kind: 'json', json: item, text: JSON.stringify(item), from, endorses };
  if (typeof item !== 'string') return null;
  const text = item.trim();
  if (/^ey[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return { kind: 'jws', token: text, from, endorses };
  const url = toAsked(text);
  return url && { kind: 'hosted', assertionUrls: [url], pageUrl: null, isExactId: false, endorses };
}
