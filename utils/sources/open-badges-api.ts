import * as v from 'valibot';
import { accountId, type Account, type Badge, type SourceId } from '../badge';
import { AppError } from '../errors';
import { safeUrl } from '../html';
import type { Io } from '../io';
import { fieldsOf } from '../open-badges/v3-fields';
import { fetchApiPage, firstPage } from './api-pages';
import { badgesOf, withoutPages } from './badges-of';
import { toCredentialBadge } from './credential-badge';
import { readToken } from './signed-token';
import { fetchHost, parseBase, toAddress, type SignInHost, type SignInSource } from './sign-in-host';
import type { BadgeSource, Original, RecordPage } from './source';

const id = 'open-badges-api' as SourceId;
const scopeBase = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';
const readScope = `${scopeBase}credential.readonly`;
const handlePrefix = `${id}:`;

/**
 * Hosts with the API of Open Badges 3.0 (https://www.imsglobal.org/spec/ob/v3p0/, "Open Badges API"). Their badges lie
 * behind a sign-in: the account is made by `connectHost`, and its requests carry the token (`oauth.ts`).
 */
export const openBadgesApi: BadgeSource & SignInSource = {
  id,
  name: 'Open Badges 3.0 API',
  words: [],
  hosts: [],
  askedAt: 'connecting',
  standing: 'experimental',
  examples: [`${handlePrefix}badges.example.org`, `${handlePrefix}example.org/credentials/api`],
  ...withoutPages,
  parseAccount,
  hostsOf: (account) => [`https://${account.handle.split('/')[0]}/*`],
  fetchRecords,
  toBadges: (records, account) => badgesOf(records, account, toBadge),
  originals: (records, account) => records.flatMap((record) => toOriginal(record, account) ?? []),
  descriptionUrl: (base) => safeUrl(`https://${base}/ims/ob/v3p0/discovery`),
  parseDescription,
};

/** Tokens stand beside embedded credentials. */
function toBadge(record: unknown, account: Account): Badge | null {
  return toCredentialBadge(typeof record === 'string' ? readToken(record) : record, account);
}

/** A credential without a proof proves nothing by itself. */
function toOriginal(record: unknown, account: Account): Original | null {
  const isProven = typeof record === 'string' || fieldsOf(record)?.['proof'] !== undefined;
  const badge = isProven ? toBadge(record, account) : null;
  const text = typeof record === 'string' ? record : JSON.stringify(record);
  return badge && { id: badge.id, name: badge.achievement.name, text };
}

/** Only the form in which its accounts are named: where a host is, the user says in a field of its own. */
function parseAccount(input: string): Account | null {
  const text = input.trim();
  const base = text.startsWith(handlePrefix) ? parseBase(text.slice(handlePrefix.length)) : null;
  return base === null
    ? null
    : { id: accountId(id, base), sourceId: id, handle: base, url: safeUrl(`https://${base}`) };
}

const descriptionSchema = v.looseObject({
  info: v.fallback(v.looseObject({ title: v.fallback(v.string(), '') }), { title: '' }),
  components: v.looseObject({
    securitySchemes: v.looseObject({
      OAuth2ACG: v.looseObject({
        'x-imssf-registrationUrl': v.string(),
        flows: v.looseObject({
          authorizationCode: v.looseObject({
            authorizationUrl: v.string(),
            tokenUrl: v.string(),
            scopes: v.fallback(v.record(v.string(), v.unknown()), {}),
          }),
        }),
      }),
    }),
  }),
});

function parseDescription(json: unknown, base: string): SignInHost {
  const read = v.safeParse(descriptionSchema, json);
  if (!read.success) throw new AppError('bad-response', v.summarize(read.issues).slice(0, 200));
  const scheme = read.output.components.securitySchemes.OAuth2ACG;
  const flow = scheme.flows.authorizationCode;
  const apiBase = safeUrl(`https://${base}/ims/ob/v3p0`);
  const authorizationUrl = toAddress(flow.authorizationUrl);
  const tokenUrl = toAddress(flow.tokenUrl);
  const registrationUrl = toAddress(scheme['x-imssf-registrationUrl']);
  const offered = Object.keys(flow.scopes);
  if (!apiBase || !authorizationUrl || !tokenUrl || !registrationUrl || !offered.includes(readScope))
    throw new AppError('bad-response', `${base}: its description lacks an address, or the right to read`);
  return {
    name: read.output.info.title.trim() || base,
    apiBase,
    authorizationUrl,
    tokenUrl,
    registrationUrl,
    // 3.0 has no word for it; `findRevocationUrl` looks where OAuth itself keeps it.
    revocationUrl: null,
    scopes: [readScope, 'offline_access'].filter((scope) => offered.includes(scope)),
  };
}

const listSchema = v.object({
  credential: v.fallback(v.array(v.unknown()), []),
  compactJwsString: v.fallback(v.array(v.string()), []),
});

async function fetchRecords(account: Account, cursor: string | null, io: Io): Promise<RecordPage> {
  const here =
    cursor ?? firstPage((await fetchHost(openBadgesApi, account.handle, io)).apiBase, '/credentials');
  const page = await fetchApiPage(here, io);
  const list = v.safeParse(listSchema, page.json);
  const isList = v.is(
    v.union([v.object({ credential: v.unknown() }), v.object({ compactJwsString: v.unknown() })]),
    page.json,
  );
  if (!list.success || !isList) throw new AppError('bad-response', 'no list of credentials');
  const records = [...list.output.credential, ...list.output.compactJwsString];
  const { statedTotal, pagesTotal } = page;
  return { records, statedTotal, pagesTotal, nextCursor: page.next(records.length) };
}
