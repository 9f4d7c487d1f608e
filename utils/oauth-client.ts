import * as oauth from 'oauth4webapi';
import { AppError } from './errors';
import type { WebUrl } from './html';
import type { Io } from './io';
import { parseRetryAfter } from './read-json';

/** Where a host hands out and takes back what speaks for a user (OAuth 2.0). From its own description, already judged. */
export interface OAuthEndpoints {
  readonly authorizationUrl: WebUrl;
  readonly tokenUrl: WebUrl;
  readonly registrationUrl: WebUrl;
  readonly revocationUrl: WebUrl | null;
}

/** How a host knows this browser's LapelPin. Without a secret it is a public client (RFC 6749, section 2.1). */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** Tokens as a token endpoint gives them. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** ISO moment; null when the host did not say. */
  readonly expiresAt: string | null;
  readonly scopes: readonly string[] | null;
}

/** oauth4webapi wants an issuer, and these hosts name none: the token endpoint's origin stands for it. */
export function toServer(endpoints: Partial<OAuthEndpoints> & Pick<OAuthEndpoints, 'tokenUrl'>) {
  return {
    issuer: new URL(endpoints.tokenUrl).origin,
    token_endpoint: endpoints.tokenUrl,
    ...(endpoints.authorizationUrl ? { authorization_endpoint: endpoints.authorizationUrl } : {}),
    ...(endpoints.registrationUrl ? { registration_endpoint: endpoints.registrationUrl } : {}),
    ...(endpoints.revocationUrl ? { revocation_endpoint: endpoints.revocationUrl } : {}),
  } satisfies oauth.AuthorizationServer;
}

/** Lets the library ask through our io: https only, logged, no cookies, no redirects. */
export function throughIo(io: Io) {
  return {
    [oauth.customFetch]: (
      url: string,
      request: oauth.CustomFetchOptions<string, URLSearchParams | string | undefined>,
    ) => {
      const { accept, ...headers } = request.headers;
      return io.fetch(url, {
        method: request.method === 'POST' ? 'POST' : 'GET',
        headers,
        ...(accept === undefined ? {} : { accept }),
        ...(request.body === undefined ? {} : { body: String(request.body) }),
        maxBytes: 200_000,
      });
    },
  };
}

/** The client as the library has it, and how it proves itself at the token endpoint (1EdTech: client_secret_basic). */
export function proofOf({ clientId, clientSecret }: OAuthClient) {
  return {
    client: { client_id: clientId },
    proof: clientSecret === null ? oauth.None() : oauth.ClientSecretBasic(clientSecret),
  };
}

/** A token answer in our words. The host may give a new refresh token or leave the old one in place (RFC 6749, section 6). */
export function toTokens(answer: oauth.TokenEndpointResponse, before: string | null, now: Date): Tokens {
  const seconds = answer.expires_in;
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before,
    expiresAt: seconds === undefined ? null : new Date(now.getTime() + seconds * 1000).toISOString(),
    scopes: answer.scope?.split(' ').filter(Boolean) ?? null,
  };
}

/** What must be asked again because the host is not well, whatever was asked. Says nothing of what the body held. */
export function throwForHost(response: Response, now: Date): void {
  const { status } = response;
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), now);
  if (status === 429) throw new AppError('rate-limited', 'status 429', retryAfter);
  if (status >= 500) throw new AppError('server-error', `status ${status}`, retryAfter);
}

/**
 * A fault of the library as one of ours. Its own messages and causes hold what the host sent, tokens among it: only the
 * registered word of the error goes on.
 */
export function toOAuthError(cause: unknown, refused: 'sign-in-refused' | 'sign-in-required'): AppError {
  if (cause instanceof AppError) return cause;
  if (cause instanceof oauth.AuthorizationResponseError) {
    const isDenied = cause.error === 'access_denied';
    return new AppError(isDenied ? 'cancelled' : 'sign-in-refused', `answered ${inShort(cause.error)}`);
  }
  if (cause instanceof oauth.ResponseBodyError)
    return new AppError(refused, `status ${cause.status}, ${inShort(cause.error)}`);
  if (cause instanceof oauth.WWWAuthenticateChallengeError)
    return new AppError(refused, `status ${cause.status}`);
  if (cause instanceof oauth.OperationProcessingError) {
    const status = cause.cause instanceof Response ? cause.cause.status : 0;
    if (status >= 400) return new AppError(refused, `status ${status}`);
    return new AppError('bad-response', `OAuth: ${cause.code ?? 'unknown'}`);
  }
  return new AppError('unexpected', cause instanceof Error ? cause.name : 'OAuth');
}

function inShort(word: string): string {
  return word.replace(/[^\w.-]/g, '').slice(0, 40);
}
