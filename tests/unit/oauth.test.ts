import { beforeEach, describe, expect, it } from 'vitest';
import { accountId, type Account, type SourceId } from '@/utils/badge';
import { LapelPinDatabase, type GrantRow } from '@/utils/db';
import { toAppError } from '@/utils/errors';
import { safeUrl, type WebUrl } from '@/utils/html';
import { removeAccount } from '@/utils/library';
import { storeGrant } from '@/utils/library-grants';
import { authorizedIo, revokeGrant } from '@/utils/oauth';
import { findRevocationUrl } from '@/utils/oauth-metadata';
import { answeringIo, jsonAnswer } from './oauth-answers';

const web = (url: string) => safeUrl(url) as WebUrl;
const sourceId = 'badge-connect' as SourceId;
const account: Account = {
  id: accountId(sourceId, 'badges.example.org'),
  sourceId,
  handle: 'badges.example.org',
  url: null,
};
const grant: GrantRow = {
  accountId: account.id,
  apiBase: web('https://api.example.org/v2p1'),
  tokenUrl: web('https://accounts.example.org/token'),
  revocationUrl: web('https://accounts.example.org/revoke'),
  clientId: 'one',
  clientSecret: 's3cret',
  accessToken: 'acc-0',
  refreshToken: 'ref-0',
  expiresAt: '2026-11-22T13:00:00.000Z',
  scopes: ['read'],
};
const list = 'https://api.example.org/v2p1/assertions';

let db: LapelPinDatabase;
beforeEach(() => {
  db = new LapelPinDatabase(`oauth-${Math.random()}`);
});

/** One after the other, as the browser's locks have it. */
function createAlone() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(_: string, work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => null);
    return next;
  };
}

/** A host whose access token number `good` counts, and whose refresh tokens count once. */
function createHost(good: number) {
  let current = good;
  let refresh = 0;
  const io = answeringIo(({ url, body, headers }) => {
    if (url.endsWith('/token')) {
      if (body.get('refresh_token') !== `ref-${refresh}`) return jsonAnswer({ error: 'invalid_grant' }, 400);
      refresh += 1;
      current = refresh;
      const renewed = { access_token: `acc-${refresh}`, refresh_token: `ref-${refresh}` };
      return jsonAnswer({ ...renewed, token_type: 'bearer', expires_in: 3600 });
    }
    const isGood = headers['authorization'] === `Bearer acc-${current}`;
    return isGood ? jsonAnswer({ assertions: [] }) : jsonAnswer({ error: 'invalid_token' }, 401);
  });
  return { io, end: () => void (current = -1) };
}

async function signedIn(change: Partial<GrantRow> = {}) {
  await storeGrant(account, { ...grant, ...change }, new Date(), db);
}

describe('authorizedIo', () => {
  it('sends the token to the origin of the API and to nobody else', async () => {
    await signedIn();
    const { io } = createHost(0);
    const own = authorizedIo(account, io, { db, alone: createAlone() });
    await own.fetch(list);
    await own.fetch('https://api.example.org.evil.example/v2p1/assertions');
    await own.fetch('https://badges.example.org/public/1');
    await own.fetch('https://api.example.org:8443/v2p1/assertions').catch(() => null);
    expect(io.asked.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer acc-0',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('leaves an account without a grant as it is', async () => {
    const { io } = createHost(0);
    const response = await authorizedIo(account, io, { db }).fetch(list);
    expect(response.status).toBe(401);
    expect(io.asked).toHaveLength(1);
    expect(io.asked[0]?.headers).toEqual({});
  });

  it('renews a token that no longer counts, once, and asks again', async () => {
    await signedIn();
    const { io, end } = createHost(0);
    end();
    const response = await authorizedIo(account, io, { db, alone: createAlone() }).fetch(list);
    expect(response.status).toBe(200);
    expect(io.asked.map(({ url }) => new URL(url).pathname)).toEqual([
      '/v2p1/assertions',
      '/token',
      '/v2p1/assertions',
    ]);
    expect(await db.grants.get(account.id)).toMatchObject({
      accessToken: 'acc-1',
      refreshToken: 'ref-1',
      expiresAt: '2026-11-22T13:00:00.000Z',
    });
  });

  it('renews a token that is about to end before it is used', async () => {
    await signedIn({ expiresAt: '2026-11-22T12:00:30.000Z' });
    const { io } = createHost(0);
    await authorizedIo(account, io, { db, alone: createAlone() }).fetch(list);
    expect(io.asked.map(({ url }) => new URL(url).pathname)).toEqual(['/token', '/v2p1/assertions']);
  });

  it('renews once for many requests at a time: a refresh token that is seen twice counts as stolen', async () => {
    await signedIn();
    const { io, end } = createHost(0);
    end();
    const own = authorizedIo(account, io, { db, alone: createAlone() });
    const responses = await Promise.all([1, 2, 3, 4, 5].map(() => own.fetch(list)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(io.asked.filter(({ url }) => url.endsWith('/token'))).toHaveLength(1);
  });

  it('asks to sign in when the host no longer renews, and says no secret', async () => {
    await signedIn({ refreshToken: 'ref-of-long-ago' });
    const { io, end } = createHost(0);
    end();
    const fault: unknown = await authorizedIo(account, io, { db, alone: createAlone() })
      .fetch(list)
      .catch((cause: unknown) => cause);
    expect(toAppError(fault)).toMatchObject({ code: 'sign-in-required' });
    expect(JSON.stringify(toAppError(fault).toRecord())).not.toMatch(/acc-|ref-|s3cret/);
  });

  it.each([
    [503, 'server-error'],
    [429, 'rate-limited'],
  ])('keeps the refresh token when the host only answers %i', async (status, code) => {
    await signedIn({ expiresAt: '2026-11-22T11:00:00.000Z' });
    const io = answeringIo(() => jsonAnswer(null, status));
    const fault: unknown = await authorizedIo(account, io, { db, alone: createAlone() })
      .fetch(list)
      .catch((cause: unknown) => cause);
    expect(toAppError(fault).code).toBe(code);
    expect(await db.grants.get(account.id)).toMatchObject({ refreshToken: 'ref-0' });
  });

  it('brings nothing back when the account was forgotten while it was renewed', async () => {
    await signedIn({ expiresAt: '2026-11-22T11:00:00.000Z' });
    const io = answeringIo(async () => {
      await removeAccount(account.id, db);
      return jsonAnswer({ access_token: 'acc-9', token_type: 'bearer' });
    });
    const fault: unknown = await authorizedIo(account, io, { db, alone: createAlone() })
      .fetch(list)
      .catch((cause: unknown) => cause);
    expect(toAppError(fault).code).toBe('cancelled');
    expect(await db.grants.count()).toBe(0);
  });
});

describe('revokeGrant', () => {
  it('gives back both tokens, the longer-lived first, and never throws', async () => {
    const io = answeringIo(() => jsonAnswer(null, 503));
    await revokeGrant(grant, io);
    expect(io.asked.map(({ url, body }) => [url, body.get('token'), body.get('token_type_hint')])).toEqual([
      [grant.revocationUrl, 'ref-0', 'refresh_token'],
      [grant.revocationUrl, 'acc-0', 'access_token'],
    ]);
    await revokeGrant(
      grant,
      answeringIo(() => Promise.reject(new TypeError('no network'))),
    );
  });

  it('asks nobody where the host has no place for it', async () => {
    const io = answeringIo(() => jsonAnswer(null));
    await revokeGrant({ ...grant, revocationUrl: null }, io);
    expect(io.asked).toEqual([]);
  });
});

describe('findRevocationUrl', () => {
  it.each([
    [{ revocation_endpoint: 'https://accounts.example.org/revoke' }, 'https://accounts.example.org/revoke'],
    [{ revocation_endpoint: 'https://elsewhere.example/revoke' }, null],
    [{ revocation_endpoint: 'http://accounts.example.org/revoke' }, null],
    [{}, null],
  ])('of %j takes %s', async (metadata, expected) => {
    const io = answeringIo(() => jsonAnswer(metadata));
    expect(await findRevocationUrl(grant.tokenUrl, io)).toBe(expected);
    expect(io.asked[0]?.url).toBe('https://accounts.example.org/.well-known/oauth-authorization-server');
  });
});

describe('storeGrant', () => {
  it('returns the grant that it replaces, and adds the account once', async () => {
    expect(await storeGrant(account, grant, new Date(), db)).toBeNull();
    expect(await storeGrant(account, { ...grant, accessToken: 'acc-5' }, new Date(), db)).toEqual(grant);
    expect(await db.accounts.count()).toBe(1);
  });
});
