import type { Verdict } from '@/utils/verification';
import {
  asHolder,
  asOther,
  classUrl,
  createAward,
  drawing,
  future,
  imageUrl,
  issuerUrl,
  past,
} from './award.ts';
import { keyOf, type IssuerKey } from './keys.ts';
import {
  northwind,
  serve,
  stranger as elsewhere,
  type Documents,
  type Form,
  type Json,
  type Minted,
} from './minted.ts';
import { breakSignature, forgeToken, signToken, signWithPublicKey } from './tokens.ts';

type Algorithm = 'RS256' | 'ES256' | 'EdDSA';
/** How the issuer publishes the key: as PEM, as CryptographicKey, or the latter in a list of several. */
type Place = 'PEM' | 'CryptographicKey' | 'list';

const keyUrl = `${northwind}/keys/1`;
const strangerKeyUrl = `${northwind}/keys/of-a-stranger`;
const listUrl = `${northwind}/revoked`;
const id = 'urn:uuid:2b6c2c55-0a3e-4a57-8f1f-6b5a8c9f0e11';

/** A signed award before it is signed. */
interface Plan {
  readonly version: '1.0' | '1.1' | '2.0';
  readonly own: IssuerKey;
  readonly stranger: IssuerKey;
  readonly assertion: Json;
  readonly documents: Documents;
}

async function plan(version: Plan['version'], algorithm: Algorithm, place: Place): Promise<Plan> {
  const { record, badgeClass, issuer } = createAward(version);
  const own = await keyOf('northwind', algorithm);
  const stranger = await keyOf('southwind', algorithm);
  const proof =
    version === '2.0'
      ? { id, verification: { type: 'SignedBadge', creator: keyUrl } }
      : { ...(record['id'] ? { id } : {}), verify: { type: 'signed', url: keyUrl } };
  const publicKey =
    version === '2.0' ? { publicKey: place === 'list' ? [`${northwind}/keys/0`, keyUrl] : keyUrl } : {};
  const toKey = ({ pem }: IssuerKey, url: string): Json => ({
    '@context': 'https://w3id.org/openbadges/v2',
    id: url,
    type: 'CryptographicKey',
    owner: issuerUrl,
    publicKeyPem: pem,
  });
  return {
    version,
    own,
    stranger,
    assertion: { ...record, ...proof },
    documents: {
      [classUrl]: serve(badgeClass),
      [issuerUrl]: serve({ ...issuer, ...publicKey, revocationList: listUrl }),
      [imageUrl]: drawing,
      [keyUrl]: place === 'PEM' ? { body: own.pem } : serve(toKey(own, keyUrl)),
      [strangerKeyUrl]: serve(toKey(stranger, strangerKeyUrl)),
      [listUrl]: serve(toList(version, [])),
    },
  };
}

/** An object of uids in 1.x, a RevocationList in 2.0. */
function toList(version: Plan['version'], revoked: readonly string[]): Json {
  if (version !== '2.0') return Object.fromEntries(revoked.map(() => ['award-7', 'Awarded in error.']));
  const revokedAssertions = revoked.map((name) => ({ id: name, revocationReason: 'Awarded in error.' }));
  const context = 'https://w3id.org/openbadges/v2';
  return { '@context': context, id: listUrl, type: 'RevocationList', issuer: issuerUrl, revokedAssertions };
}

interface Fault {
  readonly expected: Verdict;
  change(plan: Plan): Partial<Minted> | Promise<Partial<Minted>>;
}

const sign = async (key: IssuerKey, assertion: Json): Promise<Partial<Minted>> => ({
  target: await signToken(assertion, key),
});
const answering = ({ documents }: Plan, answers: Documents): Partial<Minted> => ({
  documents: { ...documents, ...answers },
});

const faults: Record<string, Fault> = {
  expired: {
    expected: 'expired',
    change: ({ own, assertion }) => sign(own, { ...assertion, expires: past }),
  },
  future: {
    expected: 'invalid',
    change: ({ own, assertion }) => sign(own, { ...assertion, issuedOn: future }),
  },
  revoked: {
    expected: 'revoked',
    change: (own) => answering(own, { [listUrl]: serve(toList(own.version, [id])) }),
  },
  'list unreachable': {
    expected: 'unverifiable',
    change: (own) => answering(own, { [listUrl]: { unreachable: true } }),
  },
  'issuer unreachable': {
    expected: 'unverifiable',
    change: (own) => answering(own, { [issuerUrl]: { unreachable: true } }),
  },
  'key unreachable': {
    expected: 'unverifiable',
    change: (own) => answering(own, { [keyUrl]: { unreachable: true } }),
  },
  'other words': {
    expected: 'tampered',
    change: async ({ own, assertion }) => ({
      target: forgeToken(await signToken(assertion, own), { payload: { issuedOn: '2020-01-01T00:00:00Z' } }),
    }),
  },
  'another signature': {
    expected: 'tampered',
    change: async ({ own, assertion }) => ({ target: breakSignature(await signToken(assertion, own)) }),
  },
  'key of somebody else': {
    expected: 'tampered',
    change: ({ stranger, assertion }) => sign(stranger, assertion),
  },
  'key not of the issuer': {
    expected: 'invalid',
    change: async ({ stranger, version, assertion, documents }) => {
      const far = `${elsewhere}/key`;
      const named =
        version === '2.0'
          ? { verification: { type: 'SignedBadge', creator: strangerKeyUrl } }
          : { verify: { type: 'signed', url: far } };
      return {
        ...(await sign(stranger, { ...assertion, ...named })),
        documents: { ...documents, [far]: { body: stranger.pem } },
      };
    },
  },
  'alg none': {
    expected: 'invalid',
    change: async ({ own, assertion }) => {
      const token = forgeToken(await signToken(assertion, own), { header: { alg: 'none' } });
      return { target: token.slice(0, token.lastIndexOf('.') + 1) };
    },
  },
  HS256: {
    expected: 'invalid',
    change: async ({ own, assertion }) => ({ target: await signWithPublicKey(assertion, own, {}) }),
  },
  "somebody else's": {
    expected: 'valid',
    change: () => ({ recipient: asOther }),
  },
};

function toForm(version: Plan['version'], algorithm: Algorithm, place: Place): Form {
  return {
    name: `${version} signed, ${algorithm}, key as ${place}`,
    faults: ['right', ...Object.keys(faults)],
    mint: async (name) => {
      const planned = await plan(version, algorithm, place);
      const good: Minted = {
        target: await signToken(planned.assertion, planned.own),
        documents: planned.documents,
        recipient: asHolder,
        expected: 'valid',
      };
      const fault = faults[name];
      return fault ? { ...good, expected: fault.expected, ...(await fault.change(planned)) } : good;
    },
  };
}

/** Open Badges 1.x and 2.0 as JWS. */
export const signedForms: readonly Form[] = [
  toForm('1.0', 'RS256', 'PEM'),
  toForm('1.1', 'RS256', 'PEM'),
  toForm('1.1', 'ES256', 'PEM'),
  ...(['RS256', 'ES256', 'EdDSA'] as const).flatMap((algorithm) => [
    toForm('2.0', algorithm, 'PEM'),
    toForm('2.0', algorithm, 'CryptographicKey'),
    toForm('2.0', algorithm, 'list'),
  ]),
];
