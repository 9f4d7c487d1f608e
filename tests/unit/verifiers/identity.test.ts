import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matchRecipient, splitHash } from '@/utils/verifiers/identity';
import type { RecipientIdentity, RecipientProfile } from '@/utils/verifiers/verifier';

const nobody: RecipientProfile = { emails: [], urls: [], telephones: [], names: [], ids: [] };
const mira: RecipientProfile = {
  emails: ['mira@old.example', 'Mira@Lumen.example'],
  urls: ['https://mira.example/'],
  telephones: ['+82 10-1234-5678'],
  names: ['Mira Kim'],
  ids: ['did:key:z6Mkmira'],
};
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const plain = (type: string, value: string): RecipientIdentity => ({
  type,
  value,
  isHashed: false,
  salt: '',
});
const hashed = (value: string, salt = '', type = 'email'): RecipientIdentity => ({
  type,
  value,
  isHashed: true,
  salt,
});
const match = async (identity: RecipientIdentity | RecipientIdentity[], profile = mira) =>
  (await matchRecipient([identity].flat(), profile)).match;

describe('identity › hashes', () => {
  it.each(['md5', 'sha1', 'sha256', 'sha512'])('%s, with and without salt, in any case', async (name) => {
    const value = hash(name, 'mira@lumen.example');
    expect(await match(hashed(`${name}$${value}`))).toBe('yes');
    expect(await match(hashed(`${name.toUpperCase()}$${value.toUpperCase()}`))).toBe('yes');
    expect(await match(hashed(`${name}$${hash(name, 'mira@lumen.examplewick')}`, 'wick'))).toBe('yes');
    expect(await match(hashed(`${name}$${hash(name, 'mira@lumen.examplewick')}`))).toBe('no');
    expect(await match(hashed(`${name}$${hash(name, 'else@lumen.example')}`))).toBe('no');
  });

  it.each([
    ['as it was typed', 'Mira@Lumen.example'],
    ['in small letters', 'mira@lumen.example'],
    ['the other address', 'mira@old.example'],
    ['with mailto:', 'mailto:mira@lumen.example'],
  ])('of the address %s', async (_, text) => {
    expect(await match(hashed(`sha256$${hash('sha256', text)}`))).toBe('yes');
  });

  it('of an address that the user typed with spaces around', async () => {
    const typed = { ...nobody, emails: ['  mira@lumen.example '] };
    expect(await match(hashed(`sha256$${hash('sha256', 'mira@lumen.example')}`), typed)).toBe('yes');
  });

  it('of the kinds that 3.0 names', async () => {
    const value = `sha256$${hash('sha256', 'mira@lumen.example')}`;
    expect(await match(hashed(value, '', 'emailAddress'))).toBe('yes');
    const id = `sha256$${hash('sha256', 'did:key:z6Mkmira')}`;
    expect(await match(hashed(id, '', 'identifier'))).toBe('yes');
  });

  it.each([
    'sha1billion$abc123',
    `sha256$${'0'.repeat(62)}`,
    `__proto__$${'0'.repeat(32)}`,
    'mira@lumen.example',
    '',
  ])('does not know %s', async (value) => {
    expect(splitHash(value)).toBeNull();
    expect(await match(hashed(value))).toBe('unknown');
  });
});

describe('identity › plain', () => {
  it.each<[string, string, string]>([
    ['email', 'mira@lumen.example', 'yes'],
    ['email', ' MIRA@LUMEN.EXAMPLE', 'yes'],
    ['email', 'mailto:mira@lumen.example', 'yes'],
    ['email', 'else@lumen.example', 'no'],
    ['url', 'https://mira.example', 'yes'],
    ['url', 'https://mira.example/about', 'no'],
    ['telephone', '+821012345678', 'yes'],
    ['telephone', '+821012345679', 'no'],
    ['name', 'mira kim', 'yes'],
    ['id', 'did:key:z6Mkmira', 'yes'],
    ['id', 'did:key:z6Mkelse', 'no'],
    ['id', 'mailto:Mira@lumen.example', 'yes'],
    ['id', 'https://mira.example/', 'yes'],
    ['sourcedId', 'did:key:z6Mkmira', 'yes'],
  ])('%s %s: %s', async (type, value, expected) => {
    expect(await match(plain(type, value))).toBe(expected);
  });
});

describe('identity › in all', () => {
  it('is not asked where nobody is given', async () => {
    expect((await matchRecipient([plain('email', 'mira@lumen.example')], undefined)).match).toBe('not-asked');
  });

  it('does not know where there is nothing of the kind to compare with', async () => {
    const phoneOnly = { ...nobody, telephones: ['+821012345678'] };
    expect(await match(plain('email', 'mira@lumen.example'), phoneOnly)).toBe('unknown');
    expect(await match([])).toBe('unknown');
  });

  it('takes one hit among several, and a miss over what cannot be compared', async () => {
    const noIds = { ...mira, ids: [] };
    const did = plain('id', 'did:key:z6Mkelse');
    expect(await match([did, plain('email', 'mira@lumen.example')], noIds)).toBe('yes');
    expect(await match([did, plain('email', 'else@lumen.example')], noIds)).toBe('no');
    expect(await match([did], noIds)).toBe('unknown');
  });

  it('never repeats an address in its detail', async () => {
    const { detail } = await matchRecipient([plain('email', 'mira@lumen.example')], mira);
    expect(detail).toBe('email');
  });
});
