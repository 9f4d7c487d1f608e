import * as v from 'valibot';
import type { BackupTable } from './backup';
import { accountDefaults, badgeDefaults, toResultOf2 } from './db-versions';
import { base64, bytes, day, id, list, long, moment, short, text, url } from './restore-fields';
import { ownRowSchemas, state } from './restore-own-rows';
import { ownSettingsSchema } from './restore-own-settings';
import { signatureSchema } from './signature-setting';
import { checkIds, type CheckId } from './verification';

/*
 * What a backup may say. The file may come from anybody: each row is taken apart and put together again from what its table has,
 * and one that says anything else is refused as damaged.
 */
const mediaType = v.pipe(v.string(), v.regex(/^([a-z]+\/[a-z0-9.+-]{1,100})?$/));

const achievement = v.object({
  name: long,
  description: long,
  criteria: list(v.object({ text: long, url: v.nullable(url) })),
  skills: list(short),
  type: v.nullable(short),
  level: v.nullable(short),
  url: v.nullable(url),
});

const badge = v.object({
  id,
  sourceId: id,
  accountId: id,
  achievement,
  issuer: v.object({ id: v.nullable(short), name: short, url: v.nullable(url) }),
  recipientName: v.nullable(short),
  issuedOn: day,
  expiresOn: v.nullable(day),
  evidence: list(v.object({ type: short, name: long, description: long, url: v.nullable(url) })),
  state,
  pageUrl: v.nullable(url),
  imageUrl: v.nullable(url),
  credentialId: v.nullable(short),
  knownAs: list(text(8_000)),
  basis: v.picklist(['record', 'copy', 'page']),
  renewableFrom: v.nullable(day),
  addedAt: moment,
  isNew: v.picklist([0, 1]),
  runId: short,
  missingSince: v.nullable(moment),
});

const exam = v.object({ title: short, number: short, takenOn: day });
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const changes = {
  added: count,
  changed: count,
  ids: v.object({ added: list(id), changed: list(id) }),
};
const account = v.object({
  id,
  sourceId: id,
  handle: short,
  url: v.nullable(url),
  links: v.optional(list(url)),
  label: v.nullable(text(200)),
  addresses: v.optional(list(v.object({ salt: base64, hash: base64 }))),
  summary: v.nullable(v.object({ ...changes, at: moment, gone: count, goneIds: list(id) })),
  exams: list(exam),
  addedAt: moment,
  syncedAt: v.nullable(moment),
  statedTotal: v.nullable(count),
  foundTotal: v.nullable(count),
});

const check = v.object({
  id: v.picklist(checkIds as [CheckId, ...CheckId[]]),
  result: v.picklist(['pass', 'fail', 'unknown']),
  detail: short,
  host: v.nullable(short),
});
const verdict = v.picklist([
  'tampered',
  'invalid',
  'revoked',
  'expired',
  'not-yet-valid',
  'unverifiable',
  'picture',
  'valid',
]);
const verification = v.object({
  verdict,
  checks: list(check),
  checkedAt: moment,
  checkedWith: v.nullable(short),
  badge: v.nullable(
    v.object({ name: long, issuerName: short, issuedOn: short, expiresOn: v.nullable(short) }),
  ),
  pageUrl: v.nullable(url),
  form: v.nullable(short),
  issuerTrust: v.nullable(
    v.object({
      level: v.picklist(['platform', 'registry', 'domain', 'self-asserted', 'look-alike']),
      name: short,
      detail: short,
    }),
  ),
  recipient: v.object({ match: v.picklist(['yes', 'no', 'unknown', 'not-asked']), detail: short }),
  endorsements: list(v.object({ issuerName: short, comment: long, verdict, checks: list(check) })),
  missingHosts: v.optional(list(short)),
});

/** Of each table, what its rows are. */
export const rowSchemas = {
  accounts: account,
  badges: badge,
  originals: v.object({ id, name: short, mediaType, bytes, from: v.nullable(url), addedAt: moment }),
  pictures: v.object({ key: id, mediaType, bytes: v.nullable(bytes), triedAt: moment, usedOn: day }),
  verifications: v.object({ key: id, verification, lastGood: v.nullable(verification) }),
  mergeChoices: v.object({
    key: text(2_001),
    ids: v.tuple([id, id]),
    choice: v.picklist(['together', 'apart']),
    at: moment,
  }),
  claims: v.object({ id, sourceId: id, openedAt: moment, resolvedAt: v.nullable(moment) }),
  placements: v.object({
    id,
    place: v.literal('linkedin-profile'),
    name: short,
    issuerName: short,
    url: v.nullable(url),
    startedOn: v.nullable(day),
    finishedOn: v.nullable(day),
    credentialId: v.nullable(short),
    readAt: moment,
  }),
  ...ownRowSchemas,
  grants: v.object({
    accountId: id,
    apiBase: url,
    tokenUrl: url,
    revocationUrl: v.nullable(url),
    clientId: short,
    clientSecret: v.nullable(short),
    accessToken: long,
    refreshToken: v.nullable(long),
    expiresAt: v.nullable(moment),
    scopes: list(short),
  }),
  settings: v.object({ signature: signatureSchema, ...ownSettingsSchema }),
} satisfies Record<BackupTable, v.GenericSchema<unknown, object>>;

/** A row as it may be stored; null when it is damaged. `version`: of the database that it was taken from. */
export function parseRow(table: BackupTable, row: unknown, version: number): Record<string, unknown> | null {
  if (typeof row !== 'object' || row === null) return null;
  const parsed = v.safeParse(rowSchemas[table], version < 4 ? toPresent(table, row) : row);
  if (!parsed.success) return null;
  const { output } = parsed;
  const isOwn = !('sourceId' in output) || table === 'claims' || output.id.startsWith(`${output.sourceId}:`);
  return isOwn ? output : null;
}

/** What the database does with its own rows of old. */
function toPresent(table: BackupTable, row: object): object {
  if (table === 'badges') return { ...badgeDefaults, ...row };
  if (table === 'accounts') return { ...accountDefaults, ...row };
  if (table === 'pictures') return { usedOn: '', ...row };
  if (table !== 'verifications') return row;
  const result = structuredClone(row) as Parameters<typeof toResultOf2>[0];
  const { lastGood } = result;
  toResultOf2(result);
  return lastGood ? { ...result, lastGood } : result;
}
