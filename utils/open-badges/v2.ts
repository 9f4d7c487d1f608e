import * as v from 'valibot';

/**
 * Open Badges 2.0 objects as the verifier reads them (https://www.imsglobal.org/spec/ob/v2p0/). Platforms differ in
 * small things (facts on verification, section 5): a type may be a list, a reference may be embedded.
 */
const typeSchema = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((type) => (typeof type === 'string' ? [type] : type)),
);
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const momentSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(parseMoment),
  v.custom<Date>((value) => value instanceof Date, 'not a date'),
);

const assertionSchema = v.looseObject({
  id: text,
  type: typeSchema,
  badge: v.union([text, v.looseObject({ id: text })]),
  issuedOn: momentSchema,
  expires: v.optional(v.nullable(momentSchema)),
  revoked: v.optional(v.boolean()),
  revocationReason: v.optional(v.string()),
  recipient: v.looseObject({}),
});

const badgeClassSchema = v.looseObject({
  id: text,
  type: typeSchema,
  name: text,
  issuer: v.union([text, v.looseObject({ id: text })]),
});

const listOrOne = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => (typeof value === 'string' ? [value] : value)),
);

const profileSchema = v.looseObject({
  id: text,
  type: typeSchema,
  name: text,
  verification: v.optional(
    v.looseObject({ allowedOrigins: v.optional(listOrOne), startsWith: v.optional(listOrOne) }),
  ),
});

/** Assertion (section "Assertion"). Exists only on the way into checks; after that there is only `Verification`. */
export type Assertion = v.InferOutput<typeof assertionSchema>;
export type BadgeClass = v.InferOutput<typeof badgeClassSchema>;
export type Profile = v.InferOutput<typeof profileSchema>;

/** What was read, or in English what is wrong with it. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const parseAssertion = (json: unknown): Parsed<Assertion> =>
  parse(assertionSchema, json, ['Assertion']);
export const parseBadgeClass = (json: unknown): Parsed<BadgeClass> =>
  parse(badgeClassSchema, json, ['BadgeClass']);
/** Issuers call themselves `Issuer` or `Profile`; both are right. */
export const parseProfile = (json: unknown): Parsed<Profile> =>
  parse(profileSchema, json, ['Issuer', 'Profile']);

function parse<T extends { type: string[] }>(
  schema: v.GenericSchema<unknown, T>,
  json: unknown,
  types: readonly string[],
): Parsed<T> {
  const result = v.safeParse(schema, json);
  if (!result.success)
    return { ok: false, reason: v.summarize(result.issues).replaceAll('\n', ' ').slice(0, 300) };
  const own = result.output.type.map((type) => type.replace(/^.*[:#/]/, ''));
  if (!own.some((type) => types.includes(type))) {
    return { ok: false, reason: `type is ${own.join(', ')}, not ${types.join(' or ')}` };
  }
  return { ok: true, value: result.output };
}

/**
 * A moment in the shapes that occur: ISO 8601 with or without zone (then UTC), a day alone, `+0500`, unix seconds or
 * milliseconds as number or digits. Null when it is none of them.
 */
export function parseMoment(value: string | number): Date | null {
  const textValue = String(value).trim();
  // Four digits are a year and eight a day; seconds have had nine since 1973.
  if (/^-?\d{9,}(\.\d+)?$/.test(textValue)) return fromNumber(Number(textValue));
  // Fractions beyond milliseconds and offsets without a colon are legal in ISO 8601, but not in ECMAScript.
  const hasTime = /\d{2}:\d{2}/.test(textValue);
  const iso = hasTime
    ? textValue.replace(/(\.\d{3})\d+/, '$1').replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
    : textValue;
  const hasZone = /(z|[+-]\d{2}:\d{2})$/i.test(iso);
  const at = new Date(hasTime && !hasZone ? `${iso}Z` : iso);
  return Number.isNaN(at.getTime()) ? null : at;
}

function fromNumber(value: number): Date | null {
  const at = new Date(Math.abs(value) > 1e11 ? value : value * 1000);
  return Number.isNaN(at.getTime()) ? null : at;
}
