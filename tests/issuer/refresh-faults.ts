import { drafted, type CredentialFault } from './credential-faults.ts';
import { dateNames, vocabularies } from './credentials.ts';
import { identify } from './identities.ts';
import { keyOf } from './keys.ts';
import { northwind, stranger, type Answer, type Json } from './minted.ts';
import { seal, toText, type Sealing } from './seal.ts';

const serviceUrl = `${northwind}/newest/7`;
const past = '2026-04-02T09:30:00Z';

/** The credential names where its newest copy lies, and this is the one that is there. */
async function refreshed(sealing: Sealing, copy: Sealing | Answer, own: Json = {}): Promise<Sealing> {
  const service = { id: serviceUrl, type: '1EdTechCredentialRefresh' };
  const answer = 'draft' in copy ? { body: toText(await seal(copy)) } : copy;
  const documents = { ...sealing.documents, [serviceUrl]: answer };
  const contexts = [...(sealing.draft['@context'] as string[]), vocabularies.extensions];
  const draft = { '@context': contexts, refreshService: service, ...own };
  return { ...drafted(sealing, draft), documents };
}

const until = (sealing: Sealing, moment: string) => ({ [dateNames(sealing.model)[1]]: moment });

/** 1EdTech Credential Refresh Service 1.0: the newest copy of the same issuer counts, whatever it says. */
export const refreshFaults: readonly CredentialFault[] = [
  {
    name: 'over, and given anew',
    expected: 'valid',
    prepare: (sealing) => refreshed(sealing, sealing, until(sealing, past)),
    notes: { refresh: 'pass' },
  },
  {
    name: 'right, and over in its newest copy',
    expected: 'expired',
    prepare: (sealing) => refreshed(sealing, drafted(sealing, until(sealing, past))),
    notes: { refresh: 'pass' },
  },
  {
    name: 'newest copy unreachable',
    expected: 'valid',
    prepare: (sealing) => refreshed(sealing, { unreachable: true }),
    notes: { refresh: 'unknown' },
  },
  {
    name: 'over, and newest copy is of somebody else',
    expected: 'expired',
    prepare: async (sealing) => {
      const key = await keyOf('southwind', sealing.key.algorithm);
      const identity = identify('did:key', key, stranger);
      const issuer = { ...(sealing.draft['issuer'] as Json), id: identity.id };
      return refreshed(sealing, { ...drafted(sealing, { issuer }), key, identity }, until(sealing, past));
    },
    notes: { refresh: 'fail' },
  },
  {
    name: 'over, and newest copy is signed by somebody else',
    expected: 'expired',
    prepare: async (sealing) => {
      const key = await keyOf('southwind', sealing.key.algorithm);
      return refreshed(sealing, { ...sealing, key }, until(sealing, past));
    },
    notes: { refresh: 'fail' },
  },
  {
    name: 'over, and newest copy is another credential',
    expected: 'expired',
    prepare: (sealing) => refreshed(sealing, drafted(sealing, { id: 'urn:uuid:7d1f' }), until(sealing, past)),
    notes: { refresh: 'fail' },
  },
];
