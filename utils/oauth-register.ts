import * as v from 'valibot';
import { AppError } from './errors';
import type { WebUrl } from './html';
import type { Io } from './io';
import { throwForHost, type OAuthClient } from './oauth-client';
import { readJson } from './read-json';

/** Names this program in all its versions (RFC 7591, section 2, "software_id"). Never changes. */
const softwareId = '5d2f6c1e-2b1b-4b61-9a3e-6a1c0f5b7d10';

/** What a host must know of us before its user can sign in. */
export interface Registration {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly version: string;
}

/** Hosts answer 201, or 200; some leave `client_secret_expires_at` out, which oauth4webapi would refuse. */
const clientSchema = v.object({
  client_id: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  client_secret: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2000))), null),
  token_endpoint_auth_method: v.optional(v.string(), 'client_secret_basic'),
});

/**
 * Registers this browser's LapelPin at a host (RFC 7591), anew for each sign-in: nothing of one account is at hand for
 * another. No addresses of pages of ours: a host that keeps to 1EdTech's rule wants all of them on the host of the
 * redirect, and there are no pages there.
 * @throws AppError `sign-in-refused` when the host does not take programs like this one
 */
export async function registerClient(url: WebUrl, registration: Registration, io: Io): Promise<OAuthClient> {
  const response = await io.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(toMetadata(registration)),
    maxBytes: 200_000,
  });
  throwForHost(response, io.now());
  if (response.status >= 400) throw new AppError('sign-in-refused', await refusalOf(response));
  const client = v.safeParse(clientSchema, await readJson(response, io.now()));
  if (!client.success) throw new AppError('bad-response', 'the host registers a client without an id');
  const { client_id, client_secret, token_endpoint_auth_method: method } = client.output;
  if (method !== 'client_secret_basic' && method !== 'none')
    throw new AppError('sign-in-refused', `wants ${method.replace(/\W/g, '').slice(0, 40)}`);
  return { clientId: client_id, clientSecret: method === 'none' ? null : client_secret };
}

function toMetadata({ redirectUri, scopes, version }: Registration): object {
  return {
    client_name: 'LapelPin',
    software_id: softwareId,
    software_version: version,
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    scope: scopes.join(' '),
  };
}

/** The registered word of the refusal (RFC 7591, section 3.2.2), for the log. */
async function refusalOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const word = v.safeParse(v.object({ error: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)) }), body);
  return `status ${response.status}${word.success ? `, ${word.output.error}` : ''}`;
}
