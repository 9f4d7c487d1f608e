import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { check } from '@/utils/verification';
import { checkStatusEntries } from '@/utils/verifiers/status';
import type { FakeAnswer } from '../fake-io';
import { encodeList, issuerId, listUrl, makeBits, makeEntry, makeList, statusWorld } from './make-status';

const bearer = { id: 'urn:uuid:lumen-1', issuerId };
const serve = (list: unknown): Record<string, FakeAnswer> => ({ [listUrl]: { json: list } });

/** What an entry gives in a world that serves one list. */
async function resultOf(entries: unknown, list: unknown = makeList({})): Promise<string[]> {
  const checks = await checkStatusEntries(entries, statusWorld(serve(list)), bearer);
  return checks.map(({ id, result }) => `${id} ${result}`);
}

const clear = ['not-revoked pass', 'status-issuer pass'];
const set = ['not-revoked fail', 'status-issuer pass'];

describe('Bitstring Status List', () => {
  it('reads the bit at its index, counted from the left', async () => {
    expect(await resultOf(makeEntry())).toEqual(clear);
    expect(await resultOf(makeEntry({ statusListIndex: '42' }))).toEqual(set);
    expect(await resultOf(makeEntry({ statusListIndex: 42 }))).toEqual(set);
    expect(await resultOf(makeEntry({ statusListIndex: '43' }))).toEqual(clear);
  });

  it('is verified for itself, and says where it was asked', async () => {
    const world = statusWorld(serve(makeList({})));
    const [revoked] = await checkStatusEntries(makeEntry({ statusListIndex: '42' }), world, bearer);
    expect(revoked).toMatchObject({ host: 'status.lumen.example', detail: `${listUrl} #42: 1` });
    expect(world.nested).toMatchObject([{ kind: 'json', from: { container: 'url', url: listUrl } }]);
  });

  it.each([
    ['tampered', check('signature', 'fail')],
    ['expired', check('not-expired', 'fail')],
    ['not-yet-valid', check('issued', 'fail')],
    ['revoked', check('not-revoked', 'fail')],
    ['unverifiable', check('signing-key', 'unknown')],
  ])('decides nothing where it is %s, whatever its bits say', async (word, nested) => {
    for (const statusListIndex of ['41', '42']) {
      const world = statusWorld(serve(makeList({})), [check('credential', 'pass'), nested]);
      const checks = await checkStatusEntries(makeEntry({ statusListIndex }), world, bearer);
      expect(checks).toMatchObject([{ id: 'not-revoked', result: 'unknown' }]);
      expect(checks[0]?.detail).toContain(word);
    }
  });

  it('reads a list that comes as JWT, with and without vc claim', async () => {
    const token = (claims: object) =>
      ['{"alg":"EdDSA"}', JSON.stringify(claims), 'signature']
        .map((part) => btoa(part).replace(/=+$/, ''))
        .join('.');
    for (const claims of [makeList({}), { iss: issuerId, vc: makeList({}) }]) {
      const world = statusWorld({ [listUrl]: { text: token(claims) } });
      const checks = await checkStatusEntries(makeEntry({ statusListIndex: '42' }), world, bearer);
      expect(checks.map(({ result }) => result)).toEqual(['fail', 'pass']);
      expect(world.nested).toMatchObject([{ kind: 'jws' }]);
    }
  });

  it('asks every entry, each for its purpose, and a shared list once', async () => {
    const other = `${listUrl}0`;
    const suspended = makeList({
      statusPurpose: ['suspension', 'revocation'],
      encodedList: encodeList(makeBits([5])),
    });
    const entries = [
      makeEntry({ statusListIndex: '5' }),
      makeEntry({ statusPurpose: 'suspension', statusListIndex: '5', statusListCredential: other }),
      makeEntry({ statusPurpose: 'revocation', statusListIndex: '6', statusListCredential: other }),
    ];
    const world = statusWorld({ ...serve(makeList({})), [other]: { json: suspended } });
    const checks = await checkStatusEntries(entries, world, { id: null, issuerId: null });
    expect(checks.map(({ id, result }) => `${id} ${result}`)).toEqual([
      'not-revoked pass',
      'not-suspended fail',
      'not-revoked pass',
    ]);
    expect(world.asked).toEqual([listUrl, other]);
    expect(world.nested).toHaveLength(2);
  });

  it('says that somebody else keeps the list, which decides nothing', async () => {
    expect(await resultOf(makeEntry(), makeList({}, { issuer: { id: 'did:web:service.example' } }))).toEqual([
      'not-revoked pass',
      'status-issuer fail',
    ]);
  });

  it('takes a list under another id, and a shorter one than the standard asks for', async () => {
    const encodedList = encodeList(makeBits([42], 100));
    const list = makeList({ encodedList }, { id: 'https://elsewhere.example/7' });
    expect(await resultOf(makeEntry(), list)).toEqual(clear);
    expect(await resultOf(makeEntry({ statusListIndex: '42' }), list)).toEqual(set);
  });

  it.each([
    ['an index behind the end', { statusListIndex: '131072' }, {}],
    ['an index below zero', { statusListIndex: '-1' }, {}],
    ['an index that is no number', { statusListIndex: 'x' }, {}],
    ['a huge index', { statusListIndex: '9'.repeat(40) }, {}],
    ['no index', { statusListIndex: undefined }, {}],
    ['entries of several bits', { statusSize: 2 }, {}],
    ['no address', { statusListCredential: undefined }, {}],
    ['an address that is not asked', { statusListCredential: 'ftp://lumen.example/7' }, {}],
    ['no purpose', { statusPurpose: undefined }, {}],
    ['a purpose that is not known', { statusPurpose: 'promotion' }, {}],
    ['a list for another purpose', {}, { statusPurpose: 'suspension' }],
    ['a list without prefix of multibase', {}, { encodedList: encodeList(makeBits([]), '') }],
    ['a list of another base', {}, { encodedList: encodeList(makeBits([]), 'z') }],
    ['a list that is no base64', {}, { encodedList: 'u###' }],
    ['a list that is no gzip', {}, { encodedList: 'uAAAA' }],
    ['a list that is cut', {}, { encodedList: encodeList(makeBits([42])).slice(0, -12) }],
    ['a list without bits', {}, { encodedList: undefined }],
    ['a bomb', {}, { encodedList: encodeList(new Uint8Array(20_000_000)) }],
    ['a list of another kind', { type: 'StatusList2021Entry' }, {}],
    ['an entry of a kind that is not known', { type: 'LumenStatus2030' }, {}],
    ['an entry without kind', { type: undefined }, {}],
  ])('leaves it open: %s', async (_, entry, subject) => {
    const results = await resultOf(makeEntry(entry), makeList(subject));
    expect(results.filter((result) => !result.startsWith('status-issuer'))).toEqual(['not-revoked unknown']);
  });

  it.each<[string, FakeAnswer]>([
    ['that cannot be reached', { error: new AppError('offline', 'no route') }],
    ['that is gone', { status: 410, text: '' }],
    ['that is not there', { status: 404, json: {} }],
    ['that is a page', { text: '<!doctype html>' }],
    [
      'that is a badge',
      { json: { type: ['VerifiableCredential', 'OpenBadgeCredential'], credentialSubject: {} } },
    ],
  ])('leaves it open with a list %s', async (_, answer) => {
    const checks = await checkStatusEntries(makeEntry(), statusWorld({ [listUrl]: answer }), bearer);
    expect(checks).toMatchObject([{ id: 'not-revoked', result: 'unknown', host: 'status.lumen.example' }]);
  });

  it('tells of a newer copy, and lets messages be', async () => {
    const list = makeList({ statusPurpose: 'refresh' });
    const entry = (index: string) => makeEntry({ statusPurpose: 'refresh', statusListIndex: index });
    expect(await resultOf(entry('41'), list)).toEqual(['status-issuer pass']);
    expect(await resultOf(entry('42'), list)).toEqual(['refresh unknown', 'status-issuer pass']);
    expect(await resultOf(makeEntry({ statusPurpose: 'message', statusSize: 2 }))).toEqual([]);
  });

  it('asks nobody for a badge without status', async () => {
    expect(await checkStatusEntries([], statusWorld({}), bearer)).toEqual([]);
  });

  it('asks for a few entries of a badge that has hundreds, and leaves it open', async () => {
    const entries = Array.from({ length: 300 }, (_, n) =>
      makeEntry({ statusListCredential: `${listUrl}${n}` }),
    );
    const world = statusWorld({ '*': { json: makeList({}) } });
    const checks = await checkStatusEntries(entries, world, bearer);
    expect(world.asked.length).toBeLessThan(10);
    expect(checks.some(({ id, result }) => id === 'not-revoked' && result === 'unknown')).toBe(true);
  });
});

describe('older lists', () => {
  const list2021 = { type: ['VerifiableCredential', 'StatusList2021Credential'] };
  it.each(['', 'u'])('StatusList2021 is read with the prefix %j', async (prefix) => {
    const list = makeList(
      { type: 'StatusList2021', encodedList: encodeList(makeBits([42]), prefix) },
      list2021,
    );
    const entry = (index: string) => makeEntry({ type: 'StatusList2021Entry', statusListIndex: index });
    expect(await resultOf(entry('41'), list)).toEqual(clear);
    expect(await resultOf(entry('42'), list)).toEqual(set);
  });

  it('StatusList2021 is read in base64 with padding', async () => {
    const encodedList = Buffer.from(encodeList(makeBits([42]), ''), 'base64url').toString('base64');
    const list = makeList({ type: 'StatusList2021', encodedList }, list2021);
    expect(await resultOf(makeEntry({ type: ['StatusList2021Entry'], statusListIndex: '42' }), list)).toEqual(
      set,
    );
  });

  it('RevocationList2020 is read, zlib or gzip, with its own names', async () => {
    const type = ['VerifiableCredential', 'RevocationList2020Credential'];
    for (const pack of [deflateSync, undefined]) {
      const encodedList = encodeList(makeBits([42]), '', pack);
      const list = makeList({ type: 'RevocationList2020', encodedList, statusPurpose: undefined }, { type });
      const entry = {
        type: 'RevocationList2020Status',
        revocationListIndex: '42',
        revocationListCredential: listUrl,
      };
      expect(await resultOf(entry, list)).toEqual(set);
      expect(await resultOf({ ...entry, revocationListIndex: '41' }, list)).toEqual(clear);
    }
  });
});
