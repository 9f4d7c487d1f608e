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
  /** Opens the host's page for the user and returns the address at which it ended. */
  readonly launch: (url: URL) => Promise<string>;
  readonly version: string;
}

export interface SignedIn {
  readonly client: OAuthClient;
  readonly tokens: Tokens;
}

/**
 * Registers, lets the user sign in and agree in the host's own page, and takes the tokens (RFC 6749, 4.1, with RFC 7636).
 * Verifier and state live only as long as this call: a sign-in that is cut off is begun anew.
 * @throws AppError `cancelled` when the user closed the page or said no, `sign-in-refused` when the host did
 */
export async function signIn(
  endpoints: OAuthEndpoints,
  scopes: readonly string[],
  parts: SignInParts,
): Promise<SignedIn> {
  const { io, redirectUri, version } = parts;
  const client = await registerClient(endpoints.registrationUrl, { redirectUri, scopes, version }, io);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = await toSignInUrl(endpoints, client, { scopes, redirectUri, verifier, state });
  const landed = await parts.launch(url);
  try {
    const parameters = readLanding(endpoints, client, landed, { redirectUri, state });
    const tokens = await exchange(endpoints, client, { parameters, redirectUri, verifier, io });
    return { client, tokens };
  } catch (cause) {
    throw toOAuthError(cause, 'sign-in-refused');
  }
}

interface Asked {
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly verifier: string;
  readonly state: string;
}

async function toSignInUrl(endpoints: OAuthEndpoints, client: OAuthClient, asked: Asked): Promise<URL> {
  const url = new URL(endpoints.authorizationUrl);
  const parameters = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: asked.redirectUri,
    scope: asked.scopes.join(' '),
    state: asked.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
    // OpenID providers give a refresh token only to those who say so (OpenID Connect Core, section 11); others ignore it.
    ...(asked.scopes.includes('offline_access') ? { prompt: 'consent' } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** The answer in the address at which the page ended, once it is sure that it answers us and comes from there. */
function readLanding(
  endpoints: OAuthEndpoints,
  client: OAuthClient,
  landed: string,
  { redirectUri, state }: { redirectUri: string; state: string },
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

async function exchange(
  endpoints: OAuthEndpoints,
  registered: OAuthClient,
  { parameters, redirectUri, verifier, io }: Exchange,
): Promise<Tokens> {
  const server = toServer(endpoints);
  const { client, proof } = proofOf(registered);
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

interface Exchange {
  readonly parameters: URLSearchParams;
  readonly redirectUri: string;
  readonly verifier: string;
  readonly io: Io;
}
