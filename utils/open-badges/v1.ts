import { inWords } from './v3-fields';

/** A JSON object, not yet trusted. */
export type Json = Readonly<Record<string, unknown>>;

/** Versions that are read into the 2.0 shape; 2.1 has the objects of 2.0. */
export type Version = '0.5' | '1.0' | '1.1' | '2.0';

/** Where an object was found. */
export interface Place {
  /** The address that answered with it; null when it came from the user, or stands inside of another object. */
  readonly url: string | null;
  /** Of the object around it, for one without a context of its own. */
  readonly version?: Version;
}

/** An object in the 2.0 shape, or in English why it cannot be brought into it. */
export type Upgraded =
  | { readonly ok: true; readonly version: Version; readonly json: Json }
  | { readonly ok: false; readonly reason: string };

/**
 * The version that an object is of: by its context; one without is 1.0, and with a string for a recipient 0.5
 * (validator-core decides the same way). Null for a context that is not of Open Badges.
 */
export function versionOf(json: Json): Version | null {
  const contexts = [json['@context']].flat().filter((entry) => entry !== undefined && entry !== null);
  if (contexts.length === 0) return typeof json['recipient'] === 'string' ? '0.5' : '1.0';
  const names = contexts.filter((entry) => typeof entry === 'string');
  const own = names.filter((name) => /open-?badges?|imsglobal\.org\/(?:spec\/)?ob|1edtech/i.test(name));
  if (own.some((name) => /\/v1\b|\/1\.[01]\b/.test(name))) return '1.1';
  // An issuer may write the context's terms out instead of naming it.
  return own.length > 0 || names.length < contexts.length ? '2.0' : null;
}

/** An assertion of any version in the shape of 2.0. */
export function upgradeAssertion(input: Json, { url }: Place): Upgraded {
  const json = withPlainNames(input);
  const version = versionOf(json);
  if (!version) return refuse('the context is not of Open Badges');
  if (version === '2.0') return { ok: true, version, json };
  if (typeof json['recipient'] === 'string') {
    if (version === '0.5' && isObject(json['badge'])) return upgradeOldest(json, json['badge'], url);
    return refuse('a recipient as text belongs to 0.5, where the badge is embedded: versions are mixed');
  }
  const verify = isObject(json['verify']) ? json['verify'] : {};
  const isSigned = /^signed/i.test(inWords(verify['type']));
  const id = json['id'] ?? (isSigned ? null : verify['url']) ?? url ?? uidOf(json);
  const own = isObject(json['verification']) ? json['verification'] : null;
  const read = { type: verify['type'], [isSigned ? 'creator' : 'url']: verify['url'] };
  return {
    ok: true,
    version,
    json: { ...json, type: json['type'] ?? 'Assertion', id, verification: own ?? read },
  };
}

/** A badge class of any version. One without an id is named by its address; an embedded one may have none. */
export function upgradeBadgeClass(input: Json, place: Place): Upgraded {
  const json = withPlainNames(input);
  const version = place.version && !json['@context'] ? place.version : versionOf(json);
  if (!version) return refuse('the context is not of Open Badges');
  const alignment = json['alignment'] ?? json['alignments'];
  const named = { ...json, ...(alignment ? { alignment: [alignment].flat().map(toAlignment) } : {}) };
  return { ok: true, version, json: version === '2.0' ? named : withPlace(named, 'BadgeClass', place.url) };
}

/** An issuer of any version. */
export function upgradeProfile(input: Json, place: Place): Upgraded {
  const json = withPlainNames(input);
  const version = place.version && !json['@context'] ? place.version : versionOf(json);
  if (!version) return refuse('the context is not of Open Badges');
  return { ok: true, version, json: version === '2.0' ? json : withPlace(json, 'Issuer', place.url) };
}

/** 0.5: everything in one document, and addresses relative to the issuer's origin. */
function upgradeOldest(json: Json, badge: Json, url: string | null): Upgraded {
  const issuer = isObject(badge['issuer']) ? badge['issuer'] : {};
  const origin = typeof issuer['origin'] === 'string' ? issuer['origin'].trim() : '';
  if (!/^https?:/i.test(origin) || !URL.canParse(origin))
    return refuse('badge.issuer.origin is no web address');
  const resolve = (value: unknown) =>
    typeof value === 'string' && URL.canParse(value, origin) ? new URL(value, origin).href : value;
  const recipient = String(json['recipient']).trim();
  const profile = { type: 'Issuer', id: origin, url: origin, name: issuer['name'], email: issuer['contact'] };
  return {
    ok: true,
    version: '0.5',
    json: {
      ...json,
      id: url ?? uidOf(json),
      type: 'Assertion',
      recipient: { type: 'email', identity: recipient, hashed: !recipient.includes('@'), salt: json['salt'] },
      badge: {
        ...badge,
        image: resolve(badge['image']),
        criteria: resolve(badge['criteria']),
        issuer: profile,
      },
      issuedOn: json['issuedOn'] ?? json['issued_on'],
      evidence: resolve(json['evidence']),
      verification: { type: 'hosted' },
    },
  };
}

/** JSON-LD's own words for what the context calls `id` and `type`. */
export function withPlainNames(json: Json): Json {
  if (!('@id' in json) && !('@type' in json)) return json;
  return { ...json, id: json['id'] ?? json['@id'], type: json['type'] ?? json['@type'] };
}

function withPlace(json: Json, type: string, url: string | null): Json {
  return { ...json, id: json['id'] ?? url ?? '', type: json['type'] ?? type };
}

/** 1.x named what 2.0 calls `targetName` and `targetUrl` by the words of schema.org. */
function toAlignment(value: unknown): unknown {
  if (!isObject(value)) return value;
  return {
    ...value,
    targetName: value['targetName'] ?? value['name'],
    targetUrl: value['targetUrl'] ?? value['url'],
  };
}

/** Signed badges of 1.0 have no address: their uid is the name under which they are revoked. */
function uidOf(json: Json): string {
  const { uid } = json;
  return typeof uid === 'string' || typeof uid === 'number' ? `urn:uid:${uid}` : '';
}

function refuse(reason: string): Upgraded {
  return { ok: false, reason };
}

/** True for a JSON object that is no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
