import type { Account } from '../badge';
import { AppError, toAppError, type ErrorCode } from '../errors';
import type { Io } from '../io';
import { badgeConnect } from './badge-connect';
import { openBadgesApi } from './open-badges-api';
import { fetchHost, parseBase, type SignInHost } from './sign-in-host';

/** What a host can be, the newer first: one that offers both should not list each badge twice. */
const signInSources = [openBadgesApi, badgeConnect];

/** Answers that say "not this one", in the ways of hosts that know nothing of it. */
const meansNo: ReadonlySet<ErrorCode> = new Set([
  'not-found',
  'not-json',
  'bad-response',
  'private-profile',
  'sign-in-required',
]);

export interface FoundHost {
  readonly account: Account;
  readonly host: SignInHost;
}

/** True for an account whose badges lie behind a sign-in. */
export function isSignInAccount({ sourceId }: Pick<Account, 'sourceId'>): boolean {
  return signInSources.some(({ id }) => id === sourceId);
}

/** The accounts that an address may mean, best first; empty when it names no host. The form of an account names it alone. */
export function accountsAt(input: string): Account[] {
  const exact = signInSources.flatMap((source) => source.parseAccount(input) ?? []);
  if (exact.length > 0) return exact;
  const base = parseBase(input);
  if (base === null) return [];
  return signInSources.flatMap((source) => {
    const handle = source === badgeConnect ? base.replace(/\/.*$/, '') : base;
    return source.parseAccount(`${source.id}:${handle}`) ?? [];
  });
}

/**
 * Asks an address what it is.
 * @throws AppError `not-an-account` when it names no host, `no-badge-api` when none of the ways is there
 */
export async function findHost(input: string, io: Io): Promise<FoundHost> {
  const accounts = accountsAt(input);
  if (accounts.length === 0) throw new AppError('not-an-account', input.slice(0, 80));
  const reasons: string[] = [];
  for (const account of accounts) {
    const source = signInSources.find(({ id }) => id === account.sourceId);
    try {
      if (source) return { account, host: await fetchHost(source, account.handle, io) };
    } catch (cause) {
      const error = toAppError(cause);
      if (!meansNo.has(error.code)) throw error;
      reasons.push(`${account.sourceId}: ${error.code} (${error.message})`);
    }
  }
  throw new AppError('no-badge-api', reasons.join('; ').slice(0, 300));
}
