import { drafted, type CredentialFault } from './credential-faults.ts';
import { withSubject } from './credentials.ts';
import { identify } from './identities.ts';
import { keyOf } from './keys.ts';
import { stranger, type Answer, type Json } from './minted.ts';
import type { Sealed, Sealing } from './seal.ts';
import { listUrl, ownIndex, publishList, toEntry, type ListKind, type StatusList } from './status-lists.ts';
import { breakSignature } from './tokens.ts';

/** What a form may name: the newer lists on data model 2.0, those of 2021 on 1.1; tokens name lists that are tokens. */
function kindFor({ model, proof }: Sealing): ListKind {
  if (proof.kind === 'token') return 'bitstring JWT';
  return model === '1.1' ? 'StatusList2021' : 'bitstring';
}

interface Listing {
  readonly kind?: ListKind;
  readonly set?: readonly number[];
  readonly purpose?: string;
  readonly entry?: Json;
  readonly changes?: Json;
  readonly spoil?: StatusList['spoil'];
  readonly answer?: Answer;
  /** Somebody who keeps lists for others. */
  readonly isForeign?: boolean;
}

/** Puts the badge on a list. */
export async function listed(sealing: Sealing, listing: Listing = {}): Promise<Sealing> {
  const { kind = kindFor(sealing), set = [], purpose = 'revocation' } = listing;
  const { entry, contexts } = toEntry(kind, {
    ...(kind === '1EdTech' ? {} : { statusPurpose: purpose }),
    ...listing.entry,
  });
  const key = await keyOf(listing.isForeign ? 'southwind' : 'northwind', sealing.key.algorithm);
  const identity = listing.isForeign ? identify('did:web', key, stranger) : sealing.identity;
  const { changes, spoil } = listing;
  const list = {
    kind,
    identity,
    key,
    set,
    purpose,
    ...(changes ? { changes } : {}),
    ...(spoil ? { spoil } : {}),
  };
  const answer = listing.answer ?? (await publishList(list, sealing.draft['id']));
  const documents = { ...sealing.documents, ...identity.documents, [listUrl]: answer };
  const context = [...new Set([...(sealing.draft['@context'] as string[]), ...contexts])];
  return { ...drafted(sealing, { '@context': context, credentialStatus: entry }), documents };
}

/** Another list under the same signature. */
function forge(sealed: Sealed): Sealed {
  if (sealed.kind === 'token') return { kind: 'token', token: breakSignature(sealed.token) };
  return { kind: 'json', json: withSubject(sealed.json, { id: `${listUrl}#other` }) };
}

const past = '2026-02-01T00:00:00Z';

/** What every form can meet on the list that it names. */
export const statusFaults: readonly CredentialFault[] = [
  { name: 'on no list', expected: 'valid', prepare: (sealing) => listed(sealing, { set: [ownIndex - 1] }) },
  { name: 'revoked', expected: 'revoked', prepare: (sealing) => listed(sealing, { set: [ownIndex] }) },
  {
    name: 'suspended',
    expected: 'revoked',
    prepare: (sealing) => listed(sealing, { set: [ownIndex], purpose: 'suspension' }),
  },
  {
    name: 'revoked, and over since',
    expected: 'revoked',
    prepare: async (sealing) => {
      const name = sealing.model === '1.1' ? 'expirationDate' : 'validUntil';
      return drafted(await listed(sealing, { set: [ownIndex] }), { [name]: past });
    },
  },
  {
    name: 'revoked, and changed since',
    expected: 'tampered',
    prepare: async (sealing) => ({
      ...(await listed(sealing, { set: [ownIndex] })),
      key: await keyOf('southwind', sealing.key.algorithm),
    }),
  },
  {
    name: 'status list unreachable',
    expected: 'unverifiable',
    prepare: (sealing) => listed(sealing, { answer: { unreachable: true } }),
  },
];

const onBits: readonly CredentialFault[] = [
  ...statusFaults,
  {
    name: 'status list not found',
    expected: 'unverifiable',
    prepare: (sealing) => listed(sealing, { answer: { status: 404, body: 'nothing here' } }),
  },
  {
    name: 'status list is a page',
    expected: 'unverifiable',
    prepare: (sealing) => listed(sealing, { answer: { body: '<!doctype html><p>Sign in</p>' } }),
  },
  {
    name: 'status list expired',
    expected: 'unverifiable',
    prepare: (sealing) =>
      listed(sealing, {
        changes: { [kindFor(sealing) === 'StatusList2021' ? 'expirationDate' : 'validUntil']: past },
      }),
  },
  {
    name: 'status list changed',
    expected: 'unverifiable',
    prepare: (sealing) => listed(sealing, { spoil: forge }),
  },
  {
    name: 'status list for another purpose',
    expected: 'unverifiable',
    prepare: (sealing) => listed(sealing, { entry: { statusPurpose: 'suspension' } }),
  },
  {
    name: 'an index behind the end of the list',
    expected: 'unverifiable',
    prepare: (sealing) => listed(sealing, { entry: { statusListIndex: '9999999' } }),
  },
  {
    name: 'an index that is none',
    expected: 'unverifiable',
    prepare: (sealing) => listed(sealing, { entry: { statusListIndex: '-1' } }),
  },
  {
    name: 'status list of a service',
    expected: 'valid',
    prepare: (sealing) => listed(sealing, { isForeign: true }),
    notes: { 'status-issuer': 'fail' },
  },
  {
    name: 'two entries, revoked by the second',
    expected: 'revoked',
    prepare: async (sealing) => {
      const both = await listed(sealing, { set: [ownIndex] });
      const second = both.draft['credentialStatus'] as Json;
      const first = { ...second, id: `${listUrl}#5`, statusListIndex: '5' };
      return drafted(both, { credentialStatus: [first, second] });
    },
  },
];

/** Faults of a list, by its kind; to be had by a badge that can name such a one. */
export function listFaults(kind: ListKind): readonly CredentialFault[] {
  if (kind !== '1EdTech') return onBits;
  const on1EdTech = (listing: Listing) => (sealing: Sealing) => listed(sealing, { kind, ...listing });
  return [
    { name: 'on no list', expected: 'valid', prepare: on1EdTech({}) },
    { name: 'revoked', expected: 'revoked', prepare: on1EdTech({ set: [ownIndex] }) },
    {
      name: 'revocation taken back',
      expected: 'valid',
      prepare: (sealing) =>
        on1EdTech({ changes: { revokedCredential: [{ id: sealing.draft['id'], revoked: false }] } })(sealing),
    },
    {
      name: 'named in the plural',
      expected: 'revoked',
      prepare: (sealing) =>
        on1EdTech({ changes: { revokedCredentials: [{ id: sealing.draft['id'] }] } })(sealing),
    },
    {
      name: 'status list unreachable',
      expected: 'unverifiable',
      prepare: on1EdTech({ answer: { unreachable: true } }),
    },
    {
      name: 'status list is empty',
      expected: 'unverifiable',
      prepare: on1EdTech({ answer: { body: '{}' } }),
    },
  ];
}
