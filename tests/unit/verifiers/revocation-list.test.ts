import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { checkRevocationList } from '@/utils/verifiers/revocation-list';
import { checkStatusEntries } from '@/utils/verifiers/status';
import type { FakeAnswer } from '../fake-io';
import { statusWorld } from './make-status';

const listUrl = 'https://lumen.example/revoked.json';
const issuer = 'https://lumen.example/issuer';
const id = 'https://lumen.example/a/1';
const short = (checks: readonly { id: string; result: string }[]) =>
  checks.map(({ id: name, result }) => `${name} ${result}`);

async function signed(list: unknown, name: { id: string | null; uid: string | null } = { id, uid: null }) {
  return checkRevocationList(listUrl, name, issuer, statusWorld({ [listUrl]: { json: list } }));
}

describe('revocationList', () => {
  it('of 1.x is an object of uids and reasons', async () => {
    const name = { id: null, uid: 'abc12' };
    expect(await signed({ abc12: 'Issued in error' }, name)).toMatchObject([
      { id: 'not-revoked', result: 'fail', detail: `${listUrl}: Issued in error`, host: 'lumen.example' },
    ]);
    expect(short(await signed({ other: 'Issued in error' }, name))).toEqual(['not-revoked pass']);
    expect(short(await signed({}, name))).toEqual(['not-revoked pass']);
    // Names of every object are no uids.
    expect(short(await signed({}, { id: null, uid: 'toString' }))).toEqual(['not-revoked pass']);
  });

  it.each<[string, unknown, 'pass' | 'fail']>([
    ['an id', [id], 'fail'],
    ['an id among others', ['https://lumen.example/a/0', id], 'fail'],
    ['an object with the id', [{ id, revocationReason: 'Left' }], 'fail'],
    ['an object with the uid', [{ uid: 'abc12' }], 'fail'],
    ['the id under http', ['http://lumen.example/a/1'], 'fail'],
    ['nothing', [], 'pass'],
    ['another id', ['https://lumen.example/a/10'], 'pass'],
    ['an object without id', [{ revocationReason: 'Left' }, null, 7], 'pass'],
  ])('of 2.0 with %s', async (_, revokedAssertions, result) => {
    const list = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'RevocationList',
      issuer,
      revokedAssertions,
    };
    const checks = await signed(list, { id, uid: 'abc12' });
    expect(short(checks)).toEqual([`not-revoked ${result}`, 'status-issuer pass']);
  });

  it('of somebody else is told', async () => {
    const checks = await signed({
      type: 'RevocationList',
      issuer: 'https://o.example/',
      revokedAssertions: [id],
    });
    expect(short(checks)).toEqual(['not-revoked fail', 'status-issuer fail']);
  });

  it.each<[string, FakeAnswer]>([
    ['cannot be reached', { error: new AppError('permission-needed', 'lumen.example') }],
    ['is not there', { status: 404, json: {} }],
    ['is no JSON', { text: 'soon' }],
    ['is a list of JSON', { json: [id] }],
    ['is another document', { json: { '@context': 'https://w3id.org/openbadges/v2', type: 'Issuer' } }],
  ])('leaves it open when it %s', async (_, answer) => {
    const checks = await checkRevocationList(
      listUrl,
      { id, uid: null },
      issuer,
      statusWorld({ [listUrl]: answer }),
    );
    expect(checks).toMatchObject([{ id: 'not-revoked', result: 'unknown', host: 'lumen.example' }]);
  });

  it('leaves it open when it is no address', async () => {
    for (const address of [undefined, 7, 'revoked.json']) {
      const checks = await checkRevocationList(address, { id, uid: null }, issuer, statusWorld({}));
      expect(short(checks)).toEqual(['not-revoked unknown']);
    }
  });
});

describe('1EdTechRevocationList', () => {
  const entry = { id: listUrl, type: '1EdTechRevocationList' };
  const check = async (list: unknown, bearerId: string | null = id) =>
    short(
      await checkStatusEntries(entry, statusWorld({ [listUrl]: { json: list } }), {
        id: bearerId,
        issuerId: issuer,
      }),
    );

  it.each<[string, object, 'pass' | 'fail']>([
    ['the id', { revokedCredential: [id] }, 'fail'],
    ['an object', { revokedCredential: [{ id, revoked: true, revocationReason: 'Left' }] }, 'fail'],
    ['an object that says nothing more', { revokedCredential: [{ id }] }, 'fail'],
    ['one object and no list', { revokedCredential: { id } }, 'fail'],
    ['the name in the plural', { revokedCredentials: [{ id }] }, 'fail'],
    ['an object that takes it back', { revokedCredential: [{ id, revoked: false }] }, 'pass'],
    ['others', { revokedCredential: [{ id: `${id}0` }] }, 'pass'],
    ['none', {}, 'pass'],
  ])('names %s', async (_, list, result) => {
    expect(await check({ id: listUrl, issuer, ...list })).toEqual([
      `not-revoked ${result}`,
      'status-issuer pass',
    ]);
  });

  it('of somebody else is told', async () => {
    expect(await check({ issuer: { id: 'https://o.example/' }, revokedCredential: [] })).toEqual([
      'not-revoked pass',
      'status-issuer fail',
    ]);
  });

  it('leaves it open without a list, or without an id to look for', async () => {
    expect(await check({ error: 'soon' })).toEqual(['not-revoked unknown']);
    expect(await check({ issuer, revokedCredential: [] }, null)).toEqual(['not-revoked unknown']);
  });
});
