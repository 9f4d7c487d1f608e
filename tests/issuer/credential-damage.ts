import { altered, drafted, isJson, type CredentialFault } from './credential-faults.ts';
import { dateNames, withSubject } from './credentials.ts';
import type { Json } from './minted.ts';
import { toClaims, type Sealed, type Sealing } from './seal.ts';
import { breakSignature, forgeToken, headerOf, payloadOf, signWithPublicKey } from './tokens.ts';

const isToken = (sealing: Sealing) => !isJson(sealing);
const isText = ({ proof }: Sealing) => proof.kind === 'token' || proof.suite.includes('-jcs-');

const rename = (json: Json): Json => {
  const { achievement } = json['credentialSubject'] as Json;
  return achievement
    ? withSubject(json, { achievement: { ...(achievement as Json), name: 'Admiral' } })
    : withSubject(json, { endorsementComment: 'We made them admiral.' });
};
const addTerm = (json: Json) => withSubject(json, { quillRank: 'gold' });
const hideTerm = (json: Json): Json => ({
  ...json,
  '@context': [...(json['@context'] as unknown[]), { quillRank: null }],
});
const endOf = ({ model }: Sealing) => dateNames(model)[1];
const hideEnd = (json: Json, name: string): Json => ({
  ...json,
  [name]: undefined,
  [`https://www.w3.org/2018/credentials#${name}`]: {
    '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
    '@value': json[name],
  },
});
const proofOf = (json: Json) => json['proof'] as Json;
const breakProof = (proof: Json): Json => {
  const value = String(proof['proofValue']);
  return { ...proof, proofValue: value.slice(0, 30) + (value[30] === '4' ? '5' : '4') + value.slice(31) };
};

/** What happens to a credential after its issuer signed it. */
export const credentialDamage: readonly CredentialFault[] = [
  {
    name: 'other words',
    expected: 'tampered',
    spoil: (sealed) => change(sealed, rename, (payload) => ({ vc: undefined, ...layOut(payload, rename) })),
  },
  {
    name: 'another signature',
    expected: 'tampered',
    spoil: (sealed) =>
      sealed.kind === 'token'
        ? { kind: 'token', token: breakSignature(sealed.token) }
        : altered(sealed, (json) => ({ ...json, proof: breakProof(proofOf(json)) })),
  },
  {
    name: 'a term that nobody signed',
    expected: 'tampered',
    suits: isText,
    spoil: (sealed) => change(sealed, addTerm, (payload) => layOut(payload, addTerm)),
  },
  {
    name: 'a term that no context has',
    expected: 'invalid',
    suits: (sealing) => !isText(sealing),
    spoil: (sealed) => altered(sealed, addTerm),
  },
  {
    // It would be read, and shown, by whoever reads the JSON; the signature says nothing about it.
    name: 'a term that a context leaves out of what is signed',
    expected: 'invalid',
    suits: (sealing) => !isText(sealing),
    spoil: (sealed) => altered(sealed, (json) => hideTerm(addTerm(json))),
  },
  {
    name: 'an end that is signed, and hidden under its full name',
    expected: 'invalid',
    suits: (sealing) => !isText(sealing),
    prepare: (sealing) => drafted(sealing, { [endOf(sealing)]: '2026-04-02T09:30:00Z' }),
    spoil: (sealed, sealing) => altered(sealed, (json) => hideEnd(json, endOf(sealing))),
  },
  {
    name: 'no proof',
    expected: 'unverifiable',
    suits: isJson,
    spoil: (sealed) => altered(sealed, (json) => ({ ...json, proof: undefined })),
  },
  {
    name: 'a suite that nobody knows',
    expected: 'unverifiable',
    suits: isJson,
    spoil: (sealed) =>
      altered(sealed, (json) => ({
        ...json,
        proof: { ...proofOf(json), type: 'DataIntegrityProof', cryptosuite: 'quill-rdfc-2031' },
      })),
  },
  {
    name: 'two proofs, one of them broken',
    expected: 'valid',
    suits: isJson,
    spoil: (sealed) =>
      altered(sealed, (json) => ({ ...json, proof: [breakProof(proofOf(json)), json['proof']] })),
    notes: { 'other-proofs': 'fail' },
  },
  {
    name: 'two proofs, both broken',
    expected: 'tampered',
    suits: isJson,
    spoil: (sealed) =>
      altered(sealed, (json) => ({ ...json, proof: [breakProof(proofOf(json)), breakProof(proofOf(json))] })),
  },
  {
    name: 'alg none',
    expected: 'invalid',
    suits: isToken,
    spoil: (sealed) =>
      withToken(sealed, (token) => `${withHeader(token, { alg: 'none' }).split('.', 2).join('.')}.`),
  },
  {
    name: 'alg HS256, with the public key as its secret',
    expected: 'invalid',
    suits: isToken,
    spoil: async (sealed, sealing) =>
      sealed.kind === 'token'
        ? {
            kind: 'token',
            token: await signWithPublicKey(toClaims(sealing), sealing.key, headerOf(sealed.token)),
          }
        : sealed,
  },
  {
    name: 'an algorithm that nobody knows',
    expected: 'unverifiable',
    suits: isToken,
    spoil: (sealed) => withToken(sealed, (token) => withHeader(token, { alg: 'QU512' })),
  },
  {
    name: 'an extension that must be understood',
    expected: 'invalid',
    suits: isToken,
    spoil: (sealed) => withToken(sealed, (token) => withHeader(token, { crit: ['quill'], quill: 1 })),
  },
];

/** Claims of a token that disagree with the credential in it, or are over before it is. */
export const claimFaults: readonly CredentialFault[] = [
  ...[{ iss: 'did:web:southwind.example' }, { sub: 'did:example:somebody-else' }, { jti: 'urn:uuid:0' }].map(
    (claims): CredentialFault => ({
      name: `another ${Object.keys(claims)[0]}`,
      expected: 'invalid',
      suits: ({ proof }) => proof.kind === 'token' && proof.layout === 'vc',
      prepare: (sealing) => ({ ...sealing, claims }),
    }),
  ),
  {
    name: 'exp before now',
    expected: 'expired',
    suits: isToken,
    prepare: (sealing) => ({ ...sealing, claims: { exp: Date.UTC(2026, 0, 1) / 1000 } }),
  },
  {
    name: 'nbf after now',
    expected: 'not-yet-valid',
    suits: isToken,
    prepare: (sealing) => ({ ...sealing, claims: { nbf: Date.UTC(2027, 0, 1) / 1000 } }),
  },
  {
    name: 'exp that is no number',
    expected: 'invalid',
    suits: isToken,
    prepare: (sealing) => ({ ...sealing, claims: { exp: 'tomorrow' } }),
  },
];

function change(sealed: Sealed, ofJson: (json: Json) => Json, ofPayload: (payload: Json) => Json): Sealed {
  if (sealed.kind === 'json') return altered(sealed, ofJson);
  const payload = ofPayload(payloadOf(sealed.token));
  return { kind: 'token', token: forgeToken(sealed.token, { payload }) };
}

/** The credential is the payload, or its `vc` claim. */
function layOut(payload: Json, edit: (json: Json) => Json): Json {
  return payload['vc'] ? { ...payload, vc: edit(payload['vc'] as Json) } : edit(payload);
}

function withToken(sealed: Sealed, edit: (token: string) => string): Sealed {
  return sealed.kind === 'token' ? { kind: 'token', token: edit(sealed.token) } : sealed;
}

function withHeader(token: string, header: Json): string {
  return forgeToken(token, { header });
}
