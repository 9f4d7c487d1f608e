import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toAppError } from '@/utils/errors';
import { safeUrl, type WebUrl } from '@/utils/html';
import { beginSignIn, endSignIn, type PendingSignIn } from '@/utils/oauth-sign-in';
import { answeringIo, jsonAnswer } from './oauth-answers';

const web = (url: string) => safeUrl(url) as WebUrl;
const endpoints = {
  authorizationUrl: web('https://accounts.example.org/authorize?tenant=7'),
  tokenUrl: web('https://accounts.example.org/token'),
  registrationUrl: web('https://accounts.example.org/register'),
  revocationUrl: null,
};
const redirectUri = 'https://abcdefgh.chromiumapp.org/';
const scopes = ['https://scopes.example/read', 'offline_access'];
const registered = {
  client_id: 'one',
  client_secret: 's3cret/+',
  token_endpoint_auth_method: 'client_secret_basic',
};
const tokens = { access_token: 'acc-1', token_type: 'Bearer', expires_in: 60, refresh_token: 'ref-1' };

async function begin(answer = () => jsonAnswer(registered, 201)) {
  const io = answeringIo(answer);
  return { ...(await beginSignIn(endpoints, scopes, { io, redirectUri, version: '1.2.3' })), io };
}

async function codeOf(work: Promise<unknown>) {
  return work.then(
    () => 'fine',
    (cause: unknown) => toAppError(cause).code,
  );
}

const landing = (pending: PendingSignIn, change: Record<string, string> = {}) =>
  `${redirectUri}?${new URLSearchParams({ code: 'the-code', state: pending.state, ...change })}`;

describe('beginSignIn', () => {
  it('registers with the address of the redirect and nothing of the user', async () => {
    const { io } = await begin();
    expect(io.asked.map(({ url }) => url)).toEqual([endpoints.registrationUrl]);
    expect(JSON.parse(io.asked[0]?.text ?? '')).toMatchObject({
      client_name: 'LapelPin',
      software_version: '1.2.3',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_basic',
    });
  });

  it('sends the user there with a challenge of the verifier, not the verifier', async () => {
    const { url, pending } = await begin();
    const sent = Object.fromEntries(url.searchParams);
    expect(sent).toMatchObject({
      tenant: '7',
      response_type: 'code',
      client_id: 'one',
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state: pending.state,
      code_challenge_method: 'S256',
    });
    const digest = createHash('sha256').update(pending.verifier).digest('base64url');
    expect(sent['code_challenge']).toBe(digest);
    expect(url.href).not.toContain(pending.verifier);
  });

  it('makes a state and a verifier of their own each time', async () => {
    const [one, two] = [await begin(), await begin()];
    expect(one.pending.state).not.toBe(two.pending.state);
    expect(one.pending.verifier).not.toBe(two.pending.verifier);
  });

  it.each([
    [400, { error: 'invalid_client_metadata' }, 'sign-in-refused'],
    [401, 'who are you', 'sign-in-refused'],
    [403, null, 'sign-in-refused'],
    [404, null, 'sign-in-refused'],
    [429, null, 'rate-limited'],
    [503, null, 'server-error'],
    [201, { client_secret: 'no id' }, 'bad-response'],
    [201, { client_id: 'a', token_endpoint_auth_method: 'private_key_jwt' }, 'sign-in-refused'],
  ])('a registration that ends with %i %j is %s', async (status, body, code) => {
    expect(await codeOf(begin(() => jsonAnswer(body, status)))).toBe(code);
  });

  it('takes a registration that lacks what only some hosts send', async () => {
    const { pending } = await begin(() =>
      jsonAnswer({ client_id: 'public', token_endpoint_auth_method: 'none' }),
    );
    expect(pending.client).toEqual({ clientId: 'public', clientSecret: null });
  });
});

describe('endSignIn', () => {
  it('exchanges the code with the verifier, the secret in the header alone', async () => {
    const { pending } = await begin();
    const io = answeringIo(() => jsonAnswer(tokens));
    const { tokens: got } = await endSignIn(pending, landing(pending), io);
    expect(got).toEqual({
      accessToken: 'acc-1',
      refreshToken: 'ref-1',
      expiresAt: '2026-11-22T12:01:00.000Z',
      scopes: null,
    });
    const [asked] = io.asked;
    expect(Object.fromEntries(asked?.body ?? [])).toEqual({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: redirectUri,
      code_verifier: pending.verifier,
    });
    expect(asked?.headers['authorization']).toBe(`Basic ${btoa('one:s3cret%2F%2B')}`);
    expect(asked?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it.each([
    ['another state', { state: 'somebody-elses' }],
    ['another issuer', { iss: 'https://honest.example.com' }],
    ['an issuer that only looks like it', { iss: 'https://ts.example.org' }],
  ])('never sends the code on with %s', async (_, change) => {
    const { pending } = await begin();
    const io = answeringIo(() => jsonAnswer(tokens));
    expect(await codeOf(endSignIn(pending, landing(pending, change), io))).toBe('bad-response');
    expect(io.asked).toEqual([]);
  });

  it('takes the issuer that the token endpoint lies at, or a domain above it', async () => {
    for (const iss of [
      'https://accounts.example.org',
      'https://accounts.example.org/tenants/7',
      'https://example.org',
    ]) {
      const { pending } = await begin();
      const io = answeringIo(() => jsonAnswer(tokens));
      expect(await codeOf(endSignIn(pending, landing(pending, { iss }), io))).toBe('fine');
    }
  });

  it.each([
    'https://elsewhere.example/?code=the-code',
    'https://abcdefgh.chromiumapp.org/other?code=the-code',
    'no address',
  ])('refuses to have landed at %s', async (landed) => {
    const { pending } = await begin();
    const io = answeringIo(() => jsonAnswer(tokens));
    const url = landed.startsWith('https') ? `${landed}&state=${pending.state}` : landed;
    expect(await codeOf(endSignIn(pending, url, io))).toBe('bad-response');
    expect(io.asked).toEqual([]);
  });

  it.each([
    ['access_denied', 'cancelled'],
    ['invalid_scope', 'sign-in-refused'],
    ['server_error', 'sign-in-refused'],
  ])('an answer of %s is %s', async (error, code) => {
    const { pending } = await begin();
    const landed = `${redirectUri}?${new URLSearchParams({ error, state: pending.state })}`;
    expect(
      await codeOf(
        endSignIn(
          pending,
          landed,
          answeringIo(() => jsonAnswer(tokens)),
        ),
      ),
    ).toBe(code);
  });

  it.each([
    [400, { error: 'invalid_grant' }, 'sign-in-refused'],
    [401, { error: 'invalid_client' }, 'sign-in-refused'],
    [403, '<html>', 'sign-in-refused'],
    [429, null, 'rate-limited'],
    [500, null, 'server-error'],
    [200, { token_type: 'Bearer' }, 'bad-response'],
    [200, { ...tokens, access_token: 7 }, 'bad-response'],
  ])(
    'a token endpoint that answers %i %j is %s, and tells nothing of the body',
    async (status, body, code) => {
      const { pending } = await begin();
      const io = answeringIo(() => jsonAnswer(body, status));
      const fault: unknown = await endSignIn(pending, landing(pending), io).catch((cause: unknown) => cause);
      expect(toAppError(fault).code).toBe(code);
      const record = JSON.stringify(toAppError(fault).toRecord());
      for (const secret of ['the-code', 's3cret', pending.verifier, 'acc-1', 'ref-1'])
        expect(record).not.toContain(secret);
    },
  );
});
