import * as oauth from 'oauth4webapi';
import { AppError } from './errors';
import {
  proofOf,
  throughIo,
  throwForHost,
  toOAuthError,
  toServer,
  toTokens,
  type OAuthClient,
  type OAuthEndpoints,
  type Tokens,
} from './oauth-client';
import { registerClient } from './oauth-register';
import type { Io } from './io';

export interface SignInParts {
  readonly io: Io;
  /** Where the host sends the user back to; the browser never really goes there. */
  readonly redirectUri: string;
  readonly version: string;
}

/** A sign-in that the user is at. Whoever has it can finish it, so it is kept in memory only. */
export interface PendingSignIn {
  readonly endpoints: OAuthEndpoints;
  readonly client: OAuthClient;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly verifier: string;
  readonly state: string;
}

export interface SignedIn {
  readonly client: OAuthClient;
  readonly tokens: Tokens;
}

/**
 * Registers, and makes the address of the host's own page at which the user signs in and agrees (RFC 6749, 4.1, with
 * RFC 7636).
 * @throws AppError `sign-in-refused` when the host does not take programs like this one
 */
export async function beginSignIn(
  endpoints: OAuthEndpoints,
  scopes: readonly string[],
  { io, redirectUri, version }: SignInParts,
): Promise<{ url: URL; pending: PendingSignIn }> {
  const client = await registerClient(endpoints.registrationUrl, { redirectUri, scopes, version }, io);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const pending = { endpoints, client, scopes, redirectUri, verifier, state };
  return { url: await toSignInUrl(pending), pending };
}

/**
 * Takes the tokens, once it is sure that the address at which the page ended answers this sign-in.
 * @throws AppError `cancelled` when the user said no, `sign-in-refused` when the host did
 */
export async function endSignIn(pending: PendingSignIn, landed: string, io: Io): Promise<SignedIn> {
  try {
    const tokens = await exchange(pending, readLanding(pending, landed), io);
    return { client: pending.client, tokens };
  } catch (cause) {
    throw toOAuthError(cause, 'sign-in-refused');
  }
}

async function toSignInUrl(pending: PendingSignIn): Promise<URL> {
  const { endpoints, client, scopes, redirectUri, verifier, state } = pending;
  const url = new URL(endpoints.authorizationUrl);
  const parameters = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    // OpenID providers give a refresh token only to those who say so (OpenID Connect Core, section 11); others ignore it.
    ...(scopes.includes('offline_access') ? { prompt: 'consent' } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** The answer in the address at which the page ended, once it is sure that it answers us and comes from there. */
function readLanding(
  { endpoints, client, redirectUri, state }: PendingSignIn,
  landed: string,
): URLSearchParams {
  const url = URL.canParse(landed) ? new URL(landed) : null;
  const expected = new URL(redirectUri);
  if (!url || url.origin !== expected.origin || url.pathname !== expected.pathname)
    throw new AppError('bad-response', 'the sign-in ended somewhere else');
  const issuer = url.searchParams.get('iss');
  const server = {
    ...toServer(endpoints),
    ...(issuer === null ? {} : { issuer: judged(issuer, endpoints) }),
  };
  return oauth.validateAuthResponse(server, proofOf(client).client, url, state);
}

/**
 * Who says that the user signed in there (RFC 9207). The code must go to nobody else: a false host could name an honest
 * one's sign-in page and its own token endpoint (RFC 9700, section 4.4). These hosts do not tell their issuer's name
 * beforehand, so it must be the token endpoint's host, or a domain above it.
 */
function judged(issuer: string, { tokenUrl }: OAuthEndpoints): string {
  const host = URL.canParse(issuer) ? new URL(issuer).hostname : '';
  const own = new URL(tokenUrl).hostname;
  if (own !== host && !(host.includes('.') && own.endsWith(`.${host}`)))
    throw new AppError('bad-response', `${host || 'nobody'} answers the sign-in of ${own}`);
  return issuer;
}

async function exchange(pending: PendingSignIn, parameters: URLSearchParams, io: Io): Promise<Tokens> {
  const { endpoints, redirectUri, verifier } = pending;
  const server = toServer(endpoints);
  const { client, proof } = proofOf(pending.client);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    proof,
    parameters,
    redirectUri,
    verifier,
    throughIo(io),
  );
  throwForHost(response, io.now());
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response);
  return toTokens(answer, null, io.now());
}
