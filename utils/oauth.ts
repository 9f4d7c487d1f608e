import * as oauth from 'oauth4webapi';
import type { Account } from './badge';
import { db as defaultDb, type GrantRow } from './db';
import { AppError } from './errors';
import type { Io, IoRequest } from './io';
import { renewGrant } from './library-grants';
import { proofOf, throughIo, throwForHost, toOAuthError, toServer, toTokens } from './oauth-client';

/** A token that ends this soon is renewed before it is used: clocks differ, and a request takes its time. */
const marginMs = 60_000;

interface GrantParts {
  readonly db?: typeof defaultDb;
  /** Runs the work while nobody else in this browser does the same for this account. */
  readonly alone?: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * The io of an account that signed in: each request to its API carries its token, which is renewed when it ran out.
 * Requests to other origins, and accounts without a grant, get `io` as it is.
 */
export function authorizedIo(account: Account, io: Io, parts: GrantParts = {}): Io {
  const { db = defaultDb } = parts;
  const renew = (grant: GrantRow) => renewOnce(grant, io, parts);
  async function ask(url: string | URL, request?: IoRequest): Promise<Response> {
    const grant = await db.grants.get(account.id);
    if (!grant || new URL(url).origin !== new URL(grant.apiBase).origin) return io.fetch(url, request);
    const fresh = isOver(grant, io.now()) ? await renew(grant) : grant;
    const response = await io.fetch(url, withToken(request, fresh));
    if (response.status !== 401 || !fresh.refreshToken || fresh !== grant) return response;
    return io.fetch(url, withToken(request, await renew(fresh)));
  }
  return { fetch: ask, now: io.now };
}

/** Gives back what a host granted (RFC 7009). Best effort: the account is gone here already, whatever the host says. */
export async function revokeGrant(grant: GrantRow, io: Io): Promise<void> {
  const { revocationUrl } = grant;
  if (!revocationUrl) return;
  const server = toServer({ ...grant, revocationUrl });
  const { client, proof } = proofOf(grant);
  const revoke = async (token: string, kind: string) => {
    const options = { ...throughIo(io), additionalParameters: { token_type_hint: kind } };
    await oauth.revocationRequest(server, client, proof, token, options).catch(() => null);
  };
  // The refresh token first: it lives longest, and many hosts end its access tokens with it (RFC 7009, section 2.1).
  if (grant.refreshToken) await revoke(grant.refreshToken, 'refresh_token');
  await revoke(grant.accessToken, 'access_token');
}

function isOver({ expiresAt, refreshToken }: GrantRow, now: Date): boolean {
  return expiresAt !== null && refreshToken !== null && Date.parse(expiresAt) - marginMs < now.getTime();
}

function withToken(request: IoRequest | undefined, { accessToken }: GrantRow): IoRequest {
  return { ...request, headers: { ...request?.headers, authorization: `Bearer ${accessToken}` } };
}

/**
 * Renews a grant, unless somebody did since it was read: a refresh token may count only once, and a host that sees it
 * twice takes it for stolen (RFC 9700, section 4.14).
 */
function renewOnce(
  grant: GrantRow,
  io: Io,
  { db = defaultDb, alone = inTurn }: GrantParts,
): Promise<GrantRow> {
  return alone(`lapelpin-grant ${grant.accountId}`, async () => {
    const now = await db.grants.get(grant.accountId);
    if (!now) throw new AppError('cancelled', 'the account was forgotten');
    if (now.accessToken !== grant.accessToken) return now;
    const renewed = await renewGrant(grant.accountId, await askForTokens(now, io), db);
    if (!renewed) throw new AppError('cancelled', 'the account was forgotten');
    return renewed;
  });
}

function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work) as Promise<T>;
}

async function askForTokens(grant: GrantRow, io: Io) {
  const server = toServer({ tokenUrl: grant.tokenUrl });
  const { client, proof } = proofOf(grant);
  if (!grant.refreshToken) throw new AppError('sign-in-required', 'nothing to renew with');
  try {
    const asking = throughIo(io);
    const response = await oauth.refreshTokenGrantRequest(server, client, proof, grant.refreshToken, asking);
    throwForHost(response, io.now());
    const answer = await oauth.processRefreshTokenResponse(server, client, response);
    const { accessToken, refreshToken, expiresAt } = toTokens(answer, grant.refreshToken, io.now());
    return { accessToken, refreshToken, expiresAt };
  } catch (cause) {
    throw toOAuthError(cause, 'sign-in-required');
  }
}
