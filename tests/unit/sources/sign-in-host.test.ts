import { describe, expect, it } from 'vitest';
import { toAppError } from '@/utils/errors';
import { badgeConnect } from '@/utils/sources/badge-connect';
import { accountsAt, findHost } from '@/utils/sources/find-host';
import { openBadgesApi } from '@/utils/sources/open-badges-api';
import { hostsOf, parseBase } from '@/utils/sources/sign-in-host';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { readFixture } from './source-fixture';

const manifestUrl = 'https://badges.example.org/.well-known/badgeconnect.json';
const discoveryUrl = 'https://badges.example.org/ims/ob/v3p0/discovery';
const documentOf = (source: typeof badgeConnect, url: string) =>
  structuredClone(readFixture(source)?.answers?.[url]?.json) as Record<string, never>;
const manifest = () => documentOf(badgeConnect, manifestUrl);
const discovery = () =>
  documentOf(openBadgesApi, 'https://example.org/credentials/api/ims/ob/v3p0/discovery');
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (cause: unknown) => toAppError(cause).code,
  );

describe('parseBase', () => {
  it.each([
    ['badges.example.org', 'badges.example.org'],
    [' https://Badges.Example.org/ ', 'badges.example.org'],
    ['https://badges.example.org/.well-known/badgeconnect.json', 'badges.example.org'],
    ['https://example.org/campus/ims/ob/v3p0/discovery', 'example.org/campus'],
    ['https://example.org/campus?x=1#y', 'example.org/campus'],
    ['http://badges.example.org', null],
    ['https://me:secret@badges.example.org', null],
    ['localhost', null],
    ['badges', null],
    ['badges.example.org:8443', null],
    ['haneul@example.org', null],
    ['two words.example.org', null],
    ['', null],
  ])('reads %j as %j', (input, base) => {
    expect(parseBase(input)).toBe(base);
  });
});

describe('accountsAt', () => {
  it('tries the newer standard first, and the older one at the root of the host', () => {
    expect(accountsAt('https://example.org/campus').map(({ id }) => id)).toEqual([
      'open-badges-api:example.org/campus',
      'badge-connect:example.org',
    ]);
  });

  it('of an account takes that account alone: who signs in again means this one', () => {
    expect(accountsAt('badge-connect:badges.example.org').map(({ id }) => id)).toEqual([
      'badge-connect:badges.example.org',
    ]);
  });
});

describe('findHost', () => {
  const find = (answers: Record<string, FakeAnswer>) => findHost('badges.example.org', fakeIo(answers));

  it('takes a host with both for the newer', async () => {
    const found = await find({ [discoveryUrl]: { json: discovery() }, [manifestUrl]: { json: manifest() } });
    expect(found.account.id).toBe('open-badges-api:badges.example.org');
    expect(found.host).toMatchObject({
      name: 'Northwind Wallet',
      // The document leaves `https://` out.
      tokenUrl: 'https://example.org/oauth/token',
      apiBase: 'https://badges.example.org/ims/ob/v3p0',
      scopes: ['https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly', 'offline_access'],
    });
  });

  it.each<FakeAnswer>([
    { status: 404 },
    { status: 403, json: {} },
    { text: '<!doctype html><p>Welcome</p>' },
    { json: { openapi: '3.0.1' } },
  ])('goes on to the older one when the newer answers %j', async (answer) => {
    const found = await find({ [discoveryUrl]: answer, [manifestUrl]: { json: manifest() } });
    expect(found.account.id).toBe('badge-connect:badges.example.org');
    expect(found.host).toMatchObject({
      name: 'Harbour Backpack',
      apiBase: 'https://api.badges.example.org/v2p1',
      revocationUrl: 'https://badges.example.org/oauth/revoke',
    });
    expect(hostsOf(found.host)).toEqual(['https://api.badges.example.org/*', 'https://badges.example.org/*']);
  });

  it('says that there is no badge service, and keeps a fault of the network apart from that', async () => {
    expect(await codeOf(find({ '*': { status: 404 } }))).toBe('no-badge-api');
    expect(await codeOf(find({ '*': { status: 503 } }))).toBe('server-error');
    expect(await codeOf(findHost('not a host', fakeIo({})))).toBe('not-an-account');
  });

  it('asks only whether the description changed', async () => {
    const asked: unknown[] = [];
    const io = fakeIo({ '*': { json: discovery() } });
    await findHost('badges.example.org', {
      ...io,
      fetch: (url, request) => {
        asked.push(request?.revalidate);
        return io.fetch(url, request);
      },
    });
    expect(asked).toEqual([true]);
  });

  it('refuses a description with an address that is not https, or without the right to read', () => {
    for (const [name, value] of [
      ['tokenUrl', 'http://badges.example.org/oauth/token'],
      ['registrationUrl', 'javascript:alert(1)'],
      ['apiBase', 'https://me:secret@badges.example.org'],
      ['scopesOffered', ['https://purl.imsglobal.org/spec/ob/v2p1/scope/profile.readonly']],
    ] as const) {
      const changed = manifest() as unknown as { badgeConnectAPI: Record<string, unknown>[] };
      Object.assign(changed.badgeConnectAPI[1] ?? {}, { [name]: value });
      expect(() => badgeConnect.parseDescription(changed, 'badges.example.org'), name).toThrowError(
        /no Badge Connect/,
      );
    }
  });
});
