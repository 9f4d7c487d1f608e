import { describe, expect, it } from 'vitest';
import type { SourceId } from '@/utils/badge';
import { AppError } from '@/utils/errors';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { openAddress } from '@/utils/verifiers/open-address';
import { toReferenceTarget } from '@/utils/verify';
import { answers, check, find, record, recordUrl, svg } from './lumen-badge';

const uuid = '6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f';
const open = (address: string, given: Record<string, FakeAnswer> = {}) =>
  openAddress(new URL(address), fakeIo(given));

describe('an address', () => {
  it('of a source of ours is that very record', async () => {
    const opened = await open(`https://www.credly.com/badges/${uuid.toUpperCase()}/linked_in?t=1`);
    expect(opened).toMatchObject({
      subject: {
        kind: 'hosted',
        isExactId: true,
        assertionUrls: [
          `https://www.credly.com/api/v1/obi/v2/badge_assertions/${uuid}`,
          `https://api.credly.com/v1/obi/v2/badge_assertions/${uuid}`,
        ],
      },
      pageUrl: `https://www.credly.com/badges/${uuid}`,
    });
  });

  it('of a platform is a record that may have another name by now', async () => {
    const opened = await open(
      'https://badgr.com/public/assertions/kT3xQ9pLSGuy?identity__email=mira%40x.example',
    );
    expect(opened).toMatchObject({
      subject: { kind: 'hosted', isExactId: false },
      recipientHint: 'mira@x.example',
    });
  });

  it('of anything else is judged by what it holds', async () => {
    const png = { text: 'no badge in here', headers: { 'content-type': 'image/png' } };
    const opened = await open('https://x.example/p', { 'https://x.example/p': png });
    expect([opened.subject, opened.checks[0]?.id, opened.checks[0]?.result]).toEqual([
      null,
      'badge-data',
      'unknown',
    ]);
  });

  it('of a picture without data says that there is none', async () => {
    const opened = await open('https://x.example/p.svg', { 'https://x.example/p.svg': svg });
    expect(opened.subject).toBeNull();
    expect(opened.checks.map(({ result }) => result)).not.toContain('fail');
  });

  it('of a credential of 3.0 hands the credential on', async () => {
    const json = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'] };
    const opened = await open('https://x.example/c', { 'https://x.example/c': { json } });
    expect(opened.subject).toMatchObject({ kind: 'json', json, from: { container: 'url' } });
  });

  it('of a record of 2.0 is verified where it lies', async () => {
    const opened = await open(recordUrl, answers());
    expect(opened.subject).toMatchObject({ kind: 'hosted', assertionUrls: [recordUrl], isExactId: false });
  });

  it.each<[string, FakeAnswer]>([
    ['404', { status: 404 }],
    ['no network', { error: new AppError('offline') }],
    ['a page', { text: '<!DOCTYPE html><p>hello</p>' }],
  ])('that gives %s is left open', async (_, answer) => {
    const others = { [`${recordUrl}.json`]: { status: 404 }, [`${recordUrl}?v=2_0`]: { status: 404 } };
    const result = await check({ [recordUrl]: answer, ...others });
    expect([result.verdict, find(result, 'assertion-reachable')?.result]).toEqual([
      'unverifiable',
      'unknown',
    ]);
  });

  it('under http with a port is not asked', async () => {
    const opened = await open('http://x.example:8080/a');
    expect([opened.subject, opened.checks[0]?.result]).toEqual([null, 'unknown']);
  });
});

describe('a page of Microsoft Learn', () => {
  const page = 'https://learn.microsoft.com/en-us/users/mira/credentials/0a1b2c3d4e5f6071';

  it('proves that Microsoft’s site shows it, and nothing more', async () => {
    const text = '<meta property="og:title" content="Lamp &amp; Wick Associate">';
    const result = await check({ [page]: { text } }, page);
    expect([result.verdict, result.pageUrl]).toEqual(['unverifiable', page]);
    expect(find(result, 'page-proof')).toMatchObject({
      result: 'fail',
      detail:
        'learn.microsoft.com shows this page (“Lamp & Wick Associate”); it is not signed and names no Open Badges record',
    });
  });

  it.each<[string, FakeAnswer, string]>([
    ['is not there', { status: 404 }, 'learn.microsoft.com: status 404'],
    ['does not come', { error: new AppError('timeout', 'slow') }, 'slow'],
  ])('that %s proves nothing', async (_, answer, detail) => {
    const result = await check({ [page]: answer }, page);
    expect(find(result, 'page-proof')).toMatchObject({ result: 'unknown', detail });
  });
});

describe('a page of Accredible', () => {
  const page = 'https://www.credential.net/aaqjj8kx';
  const api = `https://api.accredible.com/v1/obi/badge_assertions/${uuid}`;

  it('names its record inside', async () => {
    const opened = await open(page, { [page]: { text: `<script>{"uuid":"${uuid}"}</script>` } });
    expect(opened).toMatchObject({ subject: { kind: 'hosted', assertionUrls: [api] }, pageUrl: page });
  });

  it('that names none leaves it open', async () => {
    const opened = await open(page, { [page]: { text: '<html></html>' } });
    expect([opened.subject, opened.checks[0]?.result]).toEqual([null, 'unknown']);
  });
});

describe('Credly', () => {
  const www = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${uuid}`;
  const api = `https://api.credly.com/v1/obi/v2/badge_assertions/${uuid}`;
  const v3 = `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${uuid}`;
  const page = `https://www.credly.com/badges/${uuid}`;

  it('is asked for its credential of 3.0 only where there is none of 2.0', async () => {
    const io = fakeIo({ [www]: { status: 404 }, [api]: { status: 404 }, [v3]: { status: 404 } });
    const { verify } = await import('@/utils/verify');
    expect((await verify(page, io)).verdict).toBe('unverifiable');
    expect(io.asked).toEqual([www, api, v3]);
  });

  it('does not take a record of 2.0 for another one', async () => {
    const result = await check({ ...answers(), [www]: { json: record } }, page);
    expect([result.verdict, find(result, 'assertion-id')?.result]).toEqual(['invalid', 'fail']);
  });
});

describe('a page of a customer of Accredible', () => {
  const page = `https://credentials.harbour.example/${uuid}`;
  const api = `https://api.accredible.com/v1/obi/badge_assertions/${uuid}`;

  it('names Accredible’s record, and Accredible’s page stands for it: this one might say anything', async () => {
    const text = `<!doctype html><script>{"badge_assertion_url":"${api}"}</script>`;
    expect(await open(page, { [page]: { text } })).toMatchObject({
      subject: { kind: 'hosted', assertionUrls: [api], isExactId: false },
      pageUrl: `https://www.credential.net/${uuid}`,
    });
  });

  it('is any page when nothing in it is Accredible’s', async () => {
    const text = `<!doctype html><script>{"uuid":"${uuid}"}</script>`;
    expect((await open(page, { [page]: { text } })).subject).toMatchObject({ assertionUrls: [page] });
  });
});

describe('a certificate that is a page', () => {
  const page = 'https://www.coursera.org/account/accomplishments/verify/L1XXT33UY7SK';

  it('proves that its site shows it, and nothing more', async () => {
    const text = '<meta property="og:title" content="Sails and Statistics">';
    const result = await check({ [page]: { text } }, page);
    expect([result.verdict, result.pageUrl]).toEqual(['unverifiable', page]);
    expect(find(result, 'page-proof')?.detail).toBe(
      'www.coursera.org shows this page (“Sails and Statistics”); it is not signed and names no Open Badges record',
    );
  });

  it('is nothing that a page could have checked by its name', () => {
    const reference = (sourceId: string, id: string) =>
      toReferenceTarget({ sourceId: sourceId as SourceId, id });
    expect(reference('coursera', 'verify/L1XXT33UY7SK')).toBeNull();
    expect(reference('canvas', 'kT3xQ9pLSGuy')).toMatchObject({ kind: 'hosted', isExactId: false });
    expect(reference('credly', uuid)).toMatchObject({ kind: 'hosted', isExactId: true });
  });
});
