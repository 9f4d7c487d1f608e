import * as v from 'valibot';
import { isWithoutZone, parseMoment } from './moment';
import { alignmentFault, criteriaFault, evidenceFault, tagsFault } from './parts';
import {
  isObject,
  upgradeAssertion,
  upgradeBadgeClass,
  upgradeProfile,
  type Place,
  type Upgraded,
  type Version,
} from './v1';

export { parseMoment } from './moment';
export type { Json, Place, Version } from './v1';

/**
 * Open Badges 2.0 objects as the verifier reads them (https://www.imsglobal.org/spec/ob/v2p0/), and those of 0.5, 1.0 and
 * 1.1 in the same shape. Platforms differ in small things (facts on verification, section 5): a type may be a list, a
 * reference may be embedded.
 */
const listOrOne = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => (typeof value === 'string' ? [value] : value)),
);
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
/** A moment, and whether its text leaves open where on earth. Empty text and null stand for none. */
export interface Moment {
  readonly at: Date;
  readonly isWithoutZone: boolean;
}
const momentSchema = v.pipe(
  v.optional(v.nullable(v.union([v.string(), v.number()])), null),
  v.transform(toMoment),
  v.custom<Moment | null>((value) => value !== undefined, 'not a date'),
);
const reference = v.union([text, v.looseObject({})]);

/** The kinds of proof, under all their names: `hosted` and `signed` are aliases in the context of 2.0. */
const proofKinds: Readonly<Record<string, 'hosted' | 'signed'>> = {
  hosted: 'hosted',
  HostedBadge: 'hosted',
  HostedVerification: 'hosted',
  signed: 'signed',
  SignedBadge: 'signed',
  SignedVerification: 'signed',
};
const proofSchema = v.looseObject({
  type: v.pipe(
    v.optional(v.nullable(listOrOne), 'hosted'),
    v.transform((types) => [types ?? 'hosted'].flat().map((type) => proofKinds[shortName(type)])),
    v.transform((kinds) => kinds.find((kind) => kind !== undefined) ?? null),
    v.custom<'hosted' | 'signed'>((kind) => kind !== null, 'verification.type is neither hosted nor signed'),
  ),
  url: v.optional(v.nullable(v.string())),
  creator: v.optional(v.unknown()),
});

const identitySchema = v.looseObject({
  type: v.optional(v.nullable(listOrOne)),
  identity: v.pipe(listOrOne, v.minLength(1)),
  hashed: v.optional(v.nullable(v.boolean())),
  salt: v.optional(v.nullable(v.string())),
});

const assertionSchema = v.looseObject({
  id: v.pipe(v.string(), v.trim()),
  type: listOrOne,
  uid: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  badge: reference,
  issuedOn: momentSchema,
  expires: momentSchema,
  revoked: v.optional(v.unknown()),
  revocationReason: v.optional(v.nullable(v.string())),
  recipient: v.pipe(
    v.union([identitySchema, v.array(identitySchema)]),
    v.transform((value) => [value].flat()),
    v.minLength(1),
  ),
  verification: v.optional(v.nullable(proofSchema)),
});

const badgeClassSchema = v.looseObject({
  id: v.optional(v.string(), ''),
  type: v.optional(listOrOne, 'BadgeClass'),
  name: text,
  description: v.optional(v.nullable(v.string())),
  issuer: reference,
});

const profileSchema = v.looseObject({
  id: v.optional(v.string(), ''),
  type: v.optional(listOrOne, 'Profile'),
  name: text,
  url: v.optional(v.nullable(v.string())),
  email: v.optional(v.nullable(v.string())),
  /** Where assertions of this issuer may lie; an address alone says nothing of it. */
  verification: v.optional(
    v.nullable(
      v.union([
        v.looseObject({
          allowedOrigins: v.optional(v.nullable(listOrOne)),
          startsWith: v.optional(v.nullable(listOrOne)),
        }),
        v.pipe(
          v.string(),
          v.transform(() => null),
        ),
      ]),
    ),
  ),
});

/** Assertion (section "Assertion"). Exists only on the way into checks; after that there is only `Verification`. */
export type Assertion = v.InferOutput<typeof assertionSchema> & { readonly version: Version };
export type BadgeClass = v.InferOutput<typeof badgeClassSchema> & { readonly version: Version };
export type Profile = v.InferOutput<typeof profileSchema> & { readonly version: Version };
export type IdentityObject = v.InferOutput<typeof identitySchema>;

/** What was read, or in English what is wrong with it. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const nowhere: Place = { url: null };

/** An assertion of 0.5 to 2.0. Without an id of its own it takes its address; one of 0.5 from nowhere has ''. */
export function parseAssertion(json: unknown, place: Place = nowhere): Parsed<Assertion> {
  if (!isObject(json)) return refuse('Expected an object');
  const read = parse(assertionSchema, upgradeAssertion(json, place), ['Assertion']);
  if (!read.ok) return read;
  const { version, id, issuedOn, ...rest } = read.value;
  if (id === '' && (version === '1.1' || version === '2.0')) return refuse('id is missing');
  if (issuedOn === null && version !== '0.5') return refuse('issuedOn is missing');
  const fault = evidenceFault(rest['evidence'], version);
  return fault ? refuse(fault) : read;
}

/** A badge class of any version. `place.version` is that of the assertion around an embedded one. */
export function parseBadgeClass(json: unknown, place: Place = nowhere): Parsed<BadgeClass> {
  if (!isObject(json)) return refuse('Expected an object');
  const read = parse(badgeClassSchema, upgradeBadgeClass(json, place), ['BadgeClass']);
  if (!read.ok) return read;
  const { version, description } = read.value;
  if (typeof description !== 'string') return refuse('description is missing');
  const fault =
    criteriaFault(read.value['criteria'], version) ??
    alignmentFault(read.value['alignment']) ??
    tagsFault(read.value['tags']);
  return fault ? refuse(fault) : read;
}

/** Issuers call themselves `Issuer` or `Profile`; both are right. */
export function parseProfile(json: unknown, place: Place = nowhere): Parsed<Profile> {
  if (!isObject(json)) return refuse('Expected an object');
  return parse(profileSchema, upgradeProfile(json, place), ['Issuer', 'Profile']);
}

function parse<T extends { type: string[] }>(
  schema: v.GenericSchema<unknown, T>,
  upgraded: Upgraded,
  types: readonly string[],
): Parsed<T & { readonly version: Version }> {
  if (!upgraded.ok) return upgraded;
  const result = v.safeParse(schema, upgraded.json);
  if (!result.success) return refuse(v.summarize(result.issues).replaceAll('\n', ' ').slice(0, 300));
  const own = result.output.type.map(shortName);
  if (!own.some((type) => types.includes(type))) {
    return refuse(`type is ${own.join(', ')}, not ${types.join(' or ')}`);
  }
  return { ok: true, value: { ...result.output, version: upgraded.version } };
}

function toMoment(value: string | number | null): Moment | null | undefined {
  if (value === null || value === '') return null;
  const at = parseMoment(value);
  return at ? { at, isWithoutZone: isWithoutZone(value) } : undefined;
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** `https://w3id.org/openbadges#Profile` and `obi:Profile` are `Profile`. */
function shortName(type: string): string {
  return type.replace(/^.*[:#/]/, '');
}
