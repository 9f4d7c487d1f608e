import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { keyBelongsToIssuer } from '@/utils/verifiers/key-owner';
import { resolveKey } from '@/utils/verifiers/keys';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { createSigner } from './mint-credential';

const issuer = 'https://lumen.example/issuer';
const stranger = 'https://stranger.example/key';
const signer = await createSigner();
const other = await createSigner();
const multikey = (did: string) => did.slice('did:key:'.length);
const profile = (fields: object) => ({ json: { id: issuer, type: ['Profile'], name: 'Lumen', ...fields } });
const method = (id: string, did: string, controller = issuer) => ({
  id,
  type: 'Multikey',
  controller,
  publicKeyMultibase: multikey(did),
});
const silent = { error: new AppError('offline', 'nobody there') };

/** What is said of the key at an address, as the issuer's. */
async function judge(id: string, answers: Record<string, FakeAnswer>, issuerId = issuer) {
  const io = fakeIo(answers);
  const key = await resolveKey(id, { io });
  if (key.kind !== 'key') return key.kind;
  return (await keyBelongsToIssuer(key, issuerId, { io })).result;
}

describe('keyBelongsToIssuer', () => {
  const claims = method(stranger, signer.did);
  const pem = {
    id: stranger,
    type: 'CryptographicKey',
    owner: issuer,
    publicKeyMultibase: claims.publicKeyMultibase,
  };

  it.each([
    ['lists no key', profile({}), 'unknown'],
    ['lists another key', profile({ verificationMethod: [method(`${issuer}#1`, other.did)] }), 'fail'],
    ['lists another address', profile({ publicKey: 'https://lumen.example/key' }), 'fail'],
    ['lists the very key', profile({ verificationMethod: [method(`${issuer}#1`, signer.did)] }), 'pass'],
    ['lists the address of the key', profile({ publicKey: [stranger] }), 'pass'],
    ['does not answer', silent, 'unknown'],
    ['is gone', { status: 404, text: '' }, 'unknown'],
  ] as const)('does not believe a key that names its own owner: the issuer %s', async (_, answer, result) => {
    expect(await judge(stranger, { [stranger]: { json: claims }, [issuer]: answer })).toBe(result);
    expect(await judge(stranger, { [stranger]: { json: pem }, [issuer]: answer })).toBe(result);
  });

  it.each([
    ['the same document', `${issuer}#1`, 'pass'],
    ['the same host', 'https://lumen.example/keys/1', 'pass'],
    ['the host’s own place', 'https://lumen.example/.well-known/jwks.json', 'pass'],
    ['another host of the same domain', 'https://keys.lumen.example/1', 'unknown'],
  ])('lets the host vouch for a key of %s', async (_, id, result) => {
    const [base = ''] = id.split('#');
    const answer =
      base === issuer
        ? profile({ verificationMethod: method(id, signer.did) })
        : { json: method(id, signer.did) };
    expect(await judge(id, { [issuer]: profile({}), [base]: answer })).toBe(result);
  });

  it('lets a host of many tenants vouch for none of them', async () => {
    const tenant = 'https://pages.example/lumen/issuer';
    const key = 'https://pages.example/stranger/key';
    const answers = {
      [tenant]: { json: { id: tenant, type: ['Profile'], name: 'Lumen' } },
      [key]: { json: method(key, signer.did, tenant) },
      'https://pages.example/lumen/key': {
        json: method('https://pages.example/lumen/key', signer.did, tenant),
      },
    };
    expect(await judge(key, answers, tenant)).toBe('unknown');
    expect(await judge('https://pages.example/lumen/key', answers, tenant)).toBe('pass');
  });

  it('does not believe a document that calls itself by the issuer’s address', async () => {
    const forged = { json: { id: issuer, verificationMethod: [method(`${issuer}#1`, signer.did)] } };
    expect(await judge(`${stranger}#1`, { [stranger]: forged, [issuer]: silent })).toBe('unknown');
    const lists = profile({ verificationMethod: [method(`${issuer}#1`, other.did)] });
    expect(await judge(`${stranger}#1`, { [stranger]: forged, [issuer]: lists })).toBe('fail');
  });

  it('does not let a copy of a key outlive it', async () => {
    const copy = { [stranger]: { json: { publicKeyMultibase: multikey(signer.did) } } };
    const withdrawn = { ...method(`${issuer}#1`, signer.did), revoked: '2025-01-01T00:00:00Z' };
    const answers = { ...copy, [issuer]: profile({ verificationMethod: [withdrawn] }) };
    expect(await judge(stranger, answers)).toBe('fail');
    expect(await judge(`${issuer}#1`, answers)).toBe('fail');
    const later = { ...withdrawn, revoked: '2999-01-01T00:00:00Z' };
    expect(await judge(stranger, { ...copy, [issuer]: profile({ verificationMethod: [later] }) })).toBe(
      'pass',
    );
  });

  it('takes an end that cannot be read for the end', async () => {
    for (const revoked of [{ toString: 1 }, 'soon', true]) {
      const key = { ...method(`${issuer}#1`, signer.did), revoked };
      expect(await judge(`${issuer}#1`, { [issuer]: profile({ verificationMethod: [key] }) })).toBe('fail');
    }
  });

  it('wants the key to be for assertions', async () => {
    const keys = [method(`${issuer}#1`, signer.did), method(`${issuer}#2`, other.did)];
    const answers = { [issuer]: profile({ verificationMethod: keys, assertionMethod: ['#2'] }) };
    expect(await judge(`${issuer}#1`, answers)).toBe('fail');
    expect(await judge(`${issuer}#2`, answers)).toBe('pass');
  });
});

describe('an address that forwards', () => {
  const elsewhere = 'https://stranger.example/doc';
  const forwarded = (json: object) => ({ json, redirectedTo: [elsewhere] });

  it('to another site speaks for nobody', async () => {
    const open = 'https://lumen.example/out';
    const document = { id: open, verificationMethod: [method(`${open}#1`, signer.did, open)] };
    const answers = { [open]: forwarded(document) };
    expect(await judge(`${open}#1`, answers, open)).toBe('unknown');
    const key = { publicKeyMultibase: multikey(signer.did) };
    expect(await judge(open, { [open]: forwarded(key), [issuer]: profile({}) })).toBe('unknown');
  });

  it('within its site is the same', async () => {
    const document = { id: issuer, verificationMethod: [method(`${issuer}#1`, signer.did)] };
    const answer = { json: document, redirectedTo: ['https://www.lumen.example/issuer'] };
    expect(await judge(`${issuer}#1`, { [issuer]: answer })).toBe('pass');
  });

  it('and is that of a did:web, is not followed to another site', async () => {
    const did = 'did:web:lumen.example:out';
    const document = {
      id: did,
      verificationMethod: [method(`${did}#1`, signer.did, did)],
      assertionMethod: [`${did}#1`],
    };
    const url = 'https://lumen.example/out/did.json';
    expect(await judge(`${did}#1`, { [url]: forwarded(document) }, did)).toBe('unknown');
    expect(await judge(`${did}#1`, { [url]: { json: document } }, did)).toBe('pass');
  });
});

describe('a key of another DID than the issuer’s', () => {
  const did = 'did:web:lumen.example';
  const url = 'https://lumen.example/.well-known/did.json';
  const listing = method(`${did}#1`, signer.did, did);

  it.each<[string, string, FakeAnswer, string]>([
    ['that nobody can look up', 'did:example:lumen', silent, 'fail'],
    ['that is the name of another key', other.did, silent, 'fail'],
    ['that does not answer', did, silent, 'unknown'],
    ['that publishes nothing', did, { json: { id: did } }, 'fail'],
    ['whose document is another’s', did, { json: { id: 'did:web:stranger.example' } }, 'fail'],
    [
      'that publishes it for assertions',
      did,
      { json: { id: did, verificationMethod: [listing], assertionMethod: [`${did}#1`] } },
      'pass',
    ],
    [
      'that publishes it for authentication',
      did,
      { json: { id: did, verificationMethod: [listing], authentication: [`${did}#1`] } },
      'fail',
    ],
    [
      'that publishes it for who knows what',
      did,
      { json: { id: did, verificationMethod: [listing] } },
      'unknown',
    ],
  ])('%s', async (_, issuerId, answer, result) => {
    expect(await judge(signer.method, { [url]: answer }, issuerId)).toBe(result);
  });
});
