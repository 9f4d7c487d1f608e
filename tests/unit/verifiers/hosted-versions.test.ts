import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { check, find, svg, type Answers } from './lumen-badge';

const host = 'https://old.lumen.example';
const at = new URL(`${host}/a/1`);
const oldest = {
  recipient: 'mira@lumen.example',
  issued_on: '2012-05-06',
  badge: {
    version: '0.5.0',
    name: 'Wick Trimmer',
    description: 'Trims wicks.',
    image: '/wick.svg',
    criteria: '/wick',
    issuer: { origin: host, name: 'Lumen' },
  },
};
const first = {
  uid: 'k-17',
  recipient: { identity: 'mira@lumen.example', hashed: false, type: 'email' },
  badge: `${host}/b`,
  issuedOn: '2015-04-30',
  verify: { type: 'hosted', url: `${host}/a/1` },
};
const linked: Answers = {
  [`${host}/b`]: {
    json: {
      name: 'Wick Trimmer',
      description: 'Trims.',
      image: `${host}/wick.svg`,
      criteria: `${host}/c`,
      issuer: `${host}/i`,
    },
  },
  [`${host}/i`]: { json: { name: 'Lumen', url: `${host}/` } },
  [`${host}/wick.svg`]: svg,
};

const old = (json: object, more: Answers = {}): Answers => ({
  [at.href]: { json },
  [`${host}/wick.svg`]: svg,
  ...more,
});

describe('hosted › 0.5', () => {
  it('verifies one by its address', async () => {
    const result = await check(old(oldest), at);
    expect(result).toMatchObject({
      verdict: 'valid',
      form: 'Open Badges 0.5, hosted',
      badge: { name: 'Wick Trimmer', issuerName: 'Lumen', issuedOn: '2012-05-06' },
    });
  });

  it.each<[string, object, string]>([
    ['one that ended', { ...oldest, expires: '2013-05-06' }, 'expired'],
    [
      'one from another origin',
      { ...oldest, badge: { ...oldest.badge, issuer: { origin: 'https://bank.example', name: 'Bank' } } },
      'invalid',
    ],
    ['one whose badge is a link', { ...oldest, badge: `${host}/b` }, 'invalid'],
    ['one for nobody in particular', { ...oldest, recipient: 'Mira' }, 'invalid'],
    ['one that was taken back', { revoked: true }, 'revoked'],
  ])('%s', async (_, json, verdict) => {
    expect((await check(old(json), at)).verdict).toBe(verdict);
  });

  it('cannot find the record of one that was pasted: it names no address', async () => {
    const result = await check({}, JSON.stringify(oldest));
    expect([result.verdict, find(result, 'assertion-reachable')?.result]).toEqual([
      'unverifiable',
      'unknown',
    ]);
  });
});

describe('hosted › 1.0 and 1.1', () => {
  it('verifies one of 1.0, whose class and issuer have no id, e-mail or type', async () => {
    const result = await check(old(first, linked), at);
    expect(result).toMatchObject({
      verdict: 'valid',
      form: 'Open Badges 1.0, hosted',
      badge: { issuerName: 'Lumen' },
    });
  });

  it('verifies one of 1.1', async () => {
    const context = { '@context': 'https://w3id.org/openbadges/v1' };
    const own = { ...context, ...first, id: at.href, type: 'Assertion' };
    const result = await check(old(own, linked), at);
    expect(result).toMatchObject({ verdict: 'valid', form: 'Open Badges 1.1, hosted' });
  });

  it('asks over https for addresses under http', async () => {
    const plain = JSON.parse(JSON.stringify(first).replaceAll('https:', 'http:')) as object;
    expect((await check(old(plain, linked), new URL('http://old.lumen.example/a/1'))).verdict).toBe('valid');
  });

  it('asks the address to verify at, when that is another one', async () => {
    const moved = { ...first, verify: { type: 'hosted', url: `${host}/a/2` } };
    const result = await check(old(moved, { ...linked, [`${host}/a/2`]: { json: moved } }), at);
    expect(result.verdict).toBe('valid');
    expect(find(result, 'declared-id')?.detail).toContain('/a/2');
  });

  it('does not take a badge of 1.0 with a recipient as text', async () => {
    expect((await check(old({ ...first, recipient: 'mira@lumen.example' }, linked), at)).verdict).toBe(
      'invalid',
    );
  });

  it.each<[string, Answers, string]>([
    ['the record is gone', { [at.href]: { status: 410, text: '' } }, 'revoked'],
    ['the record is not found', { [at.href]: { status: 404, text: '' } }, 'unverifiable'],
    ['the host is gone', { [at.href]: { error: new AppError('offline') } }, 'unverifiable'],
  ])('%s', async (_, more, verdict) => {
    expect((await check(old(first, { ...linked, ...more }), at)).verdict).toBe(verdict);
  });
});
