import * as v from 'valibot';
import { accountId, type Account, type SourceId } from '../badge';
import { AppError } from '../errors';
import { safeUrl } from '../html';
import type { Io } from '../io';
import { fieldsOf } from '../open-badges/v3-fields';
import { fetchApiRecords, isApiRecord, toApiBadge, toApiOriginal } from './api-assertions';
import { fetchApiPage, firstPage } from './api-pages';
import { badgesOf, withoutPages } from './badges-of';
import { fetchHost, parseBase, toAddress, type SignInHost, type SignInSource } from './sign-in-host';
import type { BadgeSource, RecordPage } from './source';

const id = 'badge-connect' as SourceId;
const scopeBase = 'https://purl.imsglobal.org/spec/ob/v2p1/scope/';
const readScope = `${scopeBase}assertion.readonly`;
const handlePrefix = `${id}:`;

/**
 * Hosts with Badge Connect (https://www.imsglobal.org/spec/ob/v2p1/). Their badges lie behind a sign-in: the account is
 * made by `connectHost`, and its requests carry the token (`oauth.ts`).
 */
export const badgeConnect: BadgeSource & SignInSource = {
  id,
  name: 'Badge Connect',
  words: [],
  hosts: [],
  askedAt: 'connecting',
  standing: 'experimental',
  examples: [`${handlePrefix}badges.example.org`],
  ...withoutPages,
  parseAccount,
  hostsOf: (account) => [`https://${account.handle}/*`],
  fetchRecords,
  toBadges(records, account) {
    return badgesOf(records, account, (record) => (isApiRecord(record) ? toApiBadge(record, account) : null));
  },
  originals: (records, account) =>
    records
      .map((record) => (isApiRecord(record) ? toApiOriginal(record, account) : null))
      .filter((original) => original !== null),
  // By the standard it lies at the root of the host.
  descriptionUrl: (base) => safeUrl(`https://${base.split('/')[0]}/.well-known/badgeconnect.json`),
  parseDescription,
};

/** Only the form in which its accounts are named: where a host is, the user says in a field of its own. */
function parseAccount(input: string): Account | null {
  const text = input.trim();
  const base = text.startsWith(handlePrefix) ? parseBase(text.slice(handlePrefix.length)) : null;
  if (base === null || base.includes('/')) return null;
  return { id: accountId(id, base), sourceId: id, handle: base, url: safeUrl(`https://${base}`) };
}

const apiSchema = v.looseObject({
  name: v.fallback(v.string(), ''),
  version: v.pipe(v.string(), v.startsWith('v2p')),
  apiBase: v.string(),
  authorizationUrl: v.string(),
  tokenUrl: v.string(),
  registrationUrl: v.string(),
  tokenRevocationUrl: v.fallback(v.optional(v.string()), undefined),
  scopesOffered: v.array(v.unknown()),
});
const descriptionSchema = v.looseObject({ badgeConnectAPI: v.array(v.unknown()) });

/** Of several APIs (versions) the first that can be used. */
function parseDescription(json: unknown, base: string): SignInHost {
  const read = v.safeParse(descriptionSchema, json);
  const hosts = (read.success ? read.output.badgeConnectAPI : []).map((api) => toHost(api, base));
  const host = hosts.find((candidate) => candidate !== null);
  if (!host) throw new AppError('bad-response', `${base}: no Badge Connect API that could be read`);
  return host;
}

function toHost(json: unknown, base: string): SignInHost | null {
  const read = v.safeParse(apiSchema, json);
  if (!read.success) return null;
  const { name, scopesOffered, ...addresses } = read.output;
  const apiBase = safeUrl(toAddress(addresses.apiBase)?.replace(/\/+$/, ''));
  const authorizationUrl = toAddress(addresses.authorizationUrl);
  const tokenUrl = toAddress(addresses.tokenUrl);
  const registrationUrl = toAddress(addresses.registrationUrl);
  if (!apiBase || !authorizationUrl || !tokenUrl || !registrationUrl || !scopesOffered.includes(readScope))
    return null;
  return {
    name: name.trim() || base,
    apiBase,
    authorizationUrl,
    tokenUrl,
    registrationUrl,
    revocationUrl: toAddress(addresses.tokenRevocationUrl),
    scopes: [readScope, 'offline_access'].filter((scope) => scopesOffered.includes(scope)),
  };
}

async function fetchRecords(account: Account, cursor: string | null, io: Io): Promise<RecordPage> {
  const here =
    cursor ?? firstPage((await fetchHost(badgeConnect, account.handle, io)).apiBase, '/assertions');
  const page = await fetchApiPage(here, io);
  const entries = entriesOf(page.json);
  const { records, problem } = await fetchApiRecords(entries, page.url, io);
  if (entries.length > 0 && records.length === 0 && problem) throw new AppError(problem.code, problem.detail);
  return {
    records,
    statedTotal: page.statedTotal,
    pagesTotal: page.pagesTotal,
    nextCursor: page.next(entries.length),
    ...(problem ? { problem } : {}),
  };
}

/** Hosted ones first, then signed ones; a host may leave one of the lists out. */
function entriesOf(json: unknown): { value: unknown; isHosted: boolean }[] {
  const fields = fieldsOf(json) ?? {};
  const { assertions, signedAssertions } = fields;
  if (!Array.isArray(assertions) && !Array.isArray(signedAssertions))
    throw new AppError('bad-response', 'no list of assertions');
  const listed = (list: unknown, isHosted: boolean) =>
    (Array.isArray(list) ? list : []).map((value: unknown) => ({ value, isHosted }));
  return [...listed(assertions, true), ...listed(signedAssertions, false)];
}
