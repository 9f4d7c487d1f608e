import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  answers,
  badgeClass,
  check,
  find,
  issuerUrl,
  lumen,
  profile,
  record,
  recordUrl,
  withRecord,
  type Answers,
} from './lumen-badge';

describe('hosted › a copy beside the record', () => {
  const pasted = (fields: object, given: Answers = answers()) =>
    check(given, JSON.stringify({ ...record, ...fields }));

  it.each<[string, object, string]>([
    ['the same', {}, 'valid'],
    ['with something added that says nothing', { evidence: `${lumen}/work`, narrative: 'New.' }, 'valid'],
    ['another form of the same moment', { issuedOn: '2024-03-01T19:00:00+09:00' }, 'valid'],
    ['the day alone', { issuedOn: '2024-03-01' }, 'valid'],
    ['the class embedded', { badge: badgeClass }, 'valid'],
    [
      'another recipient',
      { recipient: { type: 'email', hashed: false, identity: 'thief@x.example' } },
      'tampered',
    ],
    ['another day', { issuedOn: '2024-03-02T10:00:00Z' }, 'tampered'],
    ['another badge', { badge: `${lumen}/c/2` }, 'tampered'],
  ])('%s', async (_, fields, verdict) => {
    const result = await pasted(fields);
    expect([result.verdict, find(result, 'hosted-copy')?.result]).toEqual([
      verdict,
      verdict === 'valid' ? 'pass' : 'fail',
    ]);
  });

  it.each([
    ['the hash of it', 'mira@lumen.examplewick', 'valid'],
    ['the hash of somebody else', 'else@lumen.examplewick', 'tampered'],
  ])('takes a recipient in plain text for %s: %s', async (_, salted, verdict) => {
    const identity = `sha256$${createHash('sha256').update(salted).digest('hex')}`;
    const hashed = { type: 'email', hashed: true, identity, salt: 'wick' };
    expect((await pasted({}, withRecord({ recipient: hashed }))).verdict).toBe(verdict);
  });

  it('believes the record: the copy may be older', async () => {
    expect((await pasted({}, withRecord({ revoked: true }))).verdict).toBe('revoked');
    expect((await pasted({ expires: '2030-01-01' }, withRecord({ expires: '2025-01-01' }))).verdict).toBe(
      'expired',
    );
  });

  it('asks the record of a copy that only says that it was taken back', async () => {
    const stub = JSON.stringify({
      '@context': record['@context'],
      type: 'Assertion',
      id: recordUrl,
      revoked: true,
    });
    const gone = { [recordUrl]: { status: 410, text: stub } };
    expect((await check(answers(gone), stub)).verdict).toBe('revoked');
    expect((await check(answers(), stub)).verdict).toBe('valid');
  });

  it('takes nobody’s word for a record that does not answer', async () => {
    expect((await pasted({}, answers({ [recordUrl]: { status: 404 } }))).verdict).toBe('unverifiable');
    expect((await pasted({ id: 'urn:uuid:1' })).verdict).toBe('unverifiable');
    expect((await pasted({ verification: { type: 'SignedBadge' } })).verdict).toBe('unverifiable');
  });

  it('asks nothing for a copy that is no assertion', async () => {
    expect((await check({}, JSON.stringify({ ...record, recipient: 7 }))).verdict).toBe('invalid');
  });

  it('reads the issuer from its own address', async () => {
    const forged = { badge: { ...badgeClass, issuer: { ...profile, id: issuerUrl, name: 'Bank' } } };
    expect((await pasted(forged)).badge?.issuerName).toBe('School of Lumen');
  });
});
