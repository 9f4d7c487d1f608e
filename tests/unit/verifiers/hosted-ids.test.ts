import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import {
  answers,
  badgeClass,
  check,
  classUrl,
  find,
  lumen,
  profile,
  record,
  recordUrl,
  withRecord,
} from './lumen-badge';

describe('hosted › ids', () => {
  const other = 'https://records.other.example/77';

  it('asks the address that a record declares as its own, with a note', async () => {
    const own = { ...record, id: `${lumen}/a/2` };
    const result = await check(answers({ [recordUrl]: { json: own }, [`${lumen}/a/2`]: { json: own } }));
    expect([result.verdict, find(result, 'declared-id')?.result]).toEqual(['valid', 'pass']);
  });

  it('believes the copy at the declared address, not the one that declares it', async () => {
    const copy = { ...record, id: `${lumen}/a/2` };
    const truth = { ...copy, revoked: true };
    const result = await check(answers({ [recordUrl]: { json: copy }, [`${lumen}/a/2`]: { json: truth } }));
    expect(result.verdict).toBe('revoked');
  });

  it.each([
    ['another host does not answer', other, { error: new AppError('offline') }, 'unverifiable'],
    ['another host knows nothing', other, { status: 404 }, 'unverifiable'],
    ['its own host knows nothing', `${lumen}/a/2`, { status: 404 }, 'invalid'],
    [
      'the copy there declares yet another',
      `${lumen}/a/2`,
      { json: { ...record, id: `${lumen}/a/3` } },
      'invalid',
    ],
  ])('the declared address: %s', async (_, id, answer, verdict) => {
    const given = answers({ [recordUrl]: { json: { ...record, id } }, [id]: answer });
    expect((await check(given)).verdict).toBe(verdict);
  });

  it.each([
    ['http for https', recordUrl.replace('https', 'http')],
    ['a slash at the end', `${recordUrl}/`],
    ['another case of the host', recordUrl.replace('lumen', 'LUMEN')],
    ['the form asked for', `${recordUrl}?v=2_0`],
  ])('takes %s for the same', async (_, id) => {
    const result = await check(withRecord({ id }));
    expect([result.verdict, find(result, 'declared-id')]).toEqual(['valid', undefined]);
  });

  it('takes a name with an ending for the name without, when that is a page', async () => {
    const file = `${lumen}/c/1.json`;
    const page = { text: '<html></html>' };
    const result = await check(
      answers({
        [recordUrl]: { json: { ...record, badge: file } },
        [file]: { json: badgeClass },
        [classUrl]: page,
        [`${classUrl}?v=2_0`]: page,
      }),
    );
    expect([result.verdict, find(result, 'declared-id')?.result]).toEqual(['valid', 'pass']);
  });

  it.each([
    ['the record', withRecord({ id: 'urn:uuid:6d3c' })],
    ['the class', withRecord({ badge: { ...badgeClass, id: 'urn:uuid:6d3c' } })],
    ['an embedded class without any', withRecord({ badge: { ...badgeClass, id: undefined } })],
  ])('an id without address is no fault: %s', async (_, given) => {
    expect((await check(given)).verdict).toBe('valid');
  });

  it('an issuer without address is its own word', async () => {
    const issuer = { ...profile, id: 'urn:uuid:9', name: 'Bank of Everywhere' };
    const result = await check(withRecord({ badge: { ...badgeClass, id: 'urn:uuid:6d3c', issuer } }));
    expect([result.verdict, result.issuerTrust?.level]).toEqual(['valid', 'self-asserted']);
  });

  it('finds a class by an address that is relative to the record', async () => {
    expect((await check(withRecord({ badge: '/c/1' }))).verdict).toBe('valid');
  });
});
