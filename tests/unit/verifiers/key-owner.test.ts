import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { keyBelongsToIssuer, resolveKey } from '@/utils/verifiers/keys';
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
});
