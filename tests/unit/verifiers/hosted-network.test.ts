import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { fakeIo } from '../fake-io';
import { verify } from '@/utils/verify';
import {
  answers,
  badgeClass,
  check,
  classUrl,
  find,
  issuerUrl,
  lumen,
  profile,
  record,
  recordUrl,
} from './lumen-badge';

describe('hosted › what the network gives', () => {
  it('verifies a good badge', async () => {
    const result = await check(answers());
    expect(result.verdict).toBe('valid');
    expect(result.checks.filter((item) => item.result !== 'pass')).toEqual([]);
    expect(result).toMatchObject({ form: 'Open Badges 2.0, hosted', checkedWith: 'badges.lumen.example' });
  });

  it.each([
    [
      '410 and revoked',
      { status: 410, json: { ...record, revoked: true, revocationReason: 'Lamp fell over' } },
      'Lamp fell over',
    ],
    ['410 and nothing', { status: 410, text: 'gone' }, 'status 410'],
    ['200 and revoked alone', { json: { id: recordUrl, revoked: true } }, 'revoked: true'],
    ['200 and revoked in full', { json: { ...record, revoked: true } }, 'revoked: true'],
  ])('%s: taken back, and why', async (_, answer, why) => {
    const result = await check(answers({ [recordUrl]: answer }));
    expect([result.verdict, find(result, 'not-revoked')?.detail]).toEqual(['revoked', why]);
  });

  it('reads JSON whatever its media type, with a byte order mark', async () => {
    const headers = { 'content-type': 'text/html' };
    const given = answers({ [recordUrl]: { text: `\ufeff${JSON.stringify(record)}`, headers } });
    expect((await check(given)).verdict).toBe('valid');
  });

  const page = { text: '<!doctype html><title>Lamp Maker</title>' };
  const away = { status: 404, text: '' };
  const nowhere = { [`${recordUrl}.json`]: away, [`${recordUrl}?v=2_0`]: away };
  it.each([
    ['with .json', recordUrl, { [recordUrl]: page, [`${recordUrl}.json`]: { json: record } }],
    ['without .html', `${recordUrl}.html`, { [`${recordUrl}.html`]: page, [recordUrl]: { json: record } }],
    ['with ?v=2_0', recordUrl, { [recordUrl]: page, ...nowhere, [`${recordUrl}?v=2_0`]: { json: record } }],
    [
      'where the page links it',
      recordUrl,
      {
        [recordUrl]: {
          text: '<html><link rel="alternate" type="application/ld+json" href="/x?a=1&amp;b=2"></html>',
        },
        [`${lumen}/x?a=1&b=2`]: { json: record },
      },
    ],
  ])('finds the record behind a page for people %s', async (_, target, changes) => {
    expect((await check(answers(changes), new URL(target))).verdict).toBe('valid');
  });

  it('leaves a page for people open that has no record behind it', async () => {
    const result = await check(answers({ [recordUrl]: page, ...nowhere }));
    expect([result.verdict, find(result, 'assertion-reachable')?.detail]).toEqual([
      'unverifiable',
      `${recordUrl}: the answer is not JSON`,
    ]);
  });

  it('says whom the browser does not let us ask', async () => {
    const error = new AppError('permission-needed', 'badges.lumen.example');
    const result = await check(answers({ [recordUrl]: { error } }));
    expect(find(result, 'assertion-reachable')).toMatchObject({
      result: 'unknown',
      detail: 'not allowed to ask badges.lumen.example',
    });
  });

  it('asks each address once, and no other', async () => {
    const io = fakeIo(answers());
    await verify(new URL(recordUrl), io);
    expect(io.asked).toEqual([recordUrl, classUrl, issuerUrl, `${lumen}/lamp.svg`]);
  });

  it('asks for documents first, never for pages', async () => {
    const accepts: string[] = [];
    const io = fakeIo(answers());
    const fetch: typeof io.fetch = (url, request) => {
      accepts.push(request?.accept ?? '');
      return io.fetch(url, request);
    };
    await verify(new URL(recordUrl), { ...io, fetch });
    expect(accepts[0]).toMatch(/^application\/ld\+json, application\/json;q=0\.9/);
    expect(accepts.join()).not.toContain('text/html');
  });

  it.each([
    ['JSON a million levels deep', { text: `{"id":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}` }],
    ['a page of half a million links', { text: `<html>${'<link rel="alternate" type='.repeat(20_000)}` }],
    ['JSON that ends too early', { text: JSON.stringify(record).slice(0, -9) }],
  ])('ends with %s', async (_, answer) => {
    const result = await check(answers({ [recordUrl]: answer, ...nowhere }));
    expect(['unverifiable', 'invalid']).toContain(result.verdict);
  });

  it('ends with a record whose parts are absurd', async () => {
    const deep = JSON.parse(`${'['.repeat(30)}1${']'.repeat(30)}`) as unknown;
    const absurd = {
      evidence: deep,
      image: deep,
      endorsement: deep,
      recipient: deep,
      __proto__: { revoked: true },
    };
    const result = await check(answers({ [recordUrl]: { json: { ...record, ...absurd } } }));
    expect(result.verdict).toBe('invalid');
  });

  it('a badge class or an issuer alone is no award', async () => {
    for (const json of [badgeClass, profile]) {
      const result = await check({}, JSON.stringify(json));
      expect([result.verdict, find(result, 'badge-data')?.result]).toEqual(['unverifiable', 'unknown']);
    }
  });
});

describe('hosted › redirects', () => {
  it('follows the record within its site, and says so', async () => {
    const redirectedTo = ['https://www.lumen.example/a/1'];
    const result = await check(answers({ [recordUrl]: { json: record, redirectedTo } }));
    expect([result.verdict, find(result, 'redirect')?.detail]).toEqual([
      'valid',
      `${recordUrl} → https://www.lumen.example/a/1`,
    ]);
  });

  it('takes an id that the address redirects to', async () => {
    const moved = 'https://badges.lumen.example/2024/a/1';
    const result = await check(
      answers({ [recordUrl]: { json: { ...record, id: moved }, redirectedTo: [moved] } }),
    );
    expect([result.verdict, find(result, 'declared-id')]).toEqual(['valid', undefined]);
  });

  it('does not take a record that a redirect brought from somebody else’s site', async () => {
    const redirectedTo = ['https://evil.example/a/1'];
    const result = await check(answers({ [recordUrl]: { json: record, redirectedTo } }));
    expect([result.verdict, find(result, 'issuer-origin')?.result]).toEqual(['invalid', 'fail']);
  });

  it('does not take an issuer for proven whose profile came from somebody else’s site', async () => {
    const evil = 'https://evil.example';
    const allow = { ...profile, verification: { allowedOrigins: 'evil.example' } };
    const given = answers({
      [`${evil}/a`]: { json: { ...record, id: `${evil}/a` } },
      [issuerUrl]: { json: allow, redirectedTo: [`${evil}/issuer`] },
    });
    const result = await check(given, new URL(`${evil}/a`));
    expect(result.issuerTrust?.level).toBe('self-asserted');
  });
});
