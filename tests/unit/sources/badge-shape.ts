import * as v from 'valibot';

const text = v.string();
const textOrNull = v.nullable(v.string());
const day = v.pipe(v.string(), v.regex(/^(?:\d{4}-\d{2}-\d{2})?$/));
const url = v.nullable(v.pipe(v.string(), v.startsWith('https://')));

/** What everything behind the edge relies on: a badge with a member of another type would break a page far from here. */
export const badgeShape = v.strictObject({
  id: v.pipe(text, v.includes(':')),
  sourceId: text,
  accountId: text,
  achievement: v.strictObject({
    name: v.pipe(text, v.trim(), v.minLength(1)),
    description: text,
    criteria: v.array(v.strictObject({ text, url })),
    skills: v.array(text),
    type: textOrNull,
    level: textOrNull,
    url,
  }),
  issuer: v.strictObject({ id: textOrNull, name: text, url }),
  recipientName: textOrNull,
  issuedOn: day,
  expiresOn: v.nullable(day),
  evidence: v.array(v.strictObject({ type: text, name: text, description: text, url })),
  state: v.picklist([
    'public',
    'private',
    'pending',
    'revoked',
    'expired',
    'retired',
    'link-only',
    'unknown',
  ]),
  pageUrl: url,
  imageUrl: url,
  credentialId: textOrNull,
  knownAs: v.array(
    v.pipe(
      text,
      v.check((name) => name === name.toLowerCase()),
    ),
  ),
  basis: v.picklist(['record', 'copy', 'page']),
  renewableFrom: v.nullable(day),
});
