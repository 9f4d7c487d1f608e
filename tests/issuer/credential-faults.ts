import type { Verdict } from '@/utils/verification';
import { dateNames, vocabularies, withSubject } from './credentials.ts';
import { identify, type Naming } from './identities.ts';
import { keyOf } from './keys.ts';
import { holder, profileOf, stranger, type Documents, type Json, type Minted } from './minted.ts';
import type { Sealed, Sealing } from './seal.ts';

export interface CredentialFault {
  readonly name: string;
  readonly expected: Verdict;
  /** Whether it can happen to such a form; to every one where this is left out. */
  readonly suits?: (sealing: Sealing, naming: Naming) => boolean;
  /** What is wrong before the issuer signs. */
  readonly prepare?: (sealing: Sealing, naming: Naming) => Sealing | Promise<Sealing>;
  /** What happens to it afterwards. */
  readonly spoil?: (sealed: Sealed, sealing: Sealing) => Sealed | Promise<Sealed>;
  readonly documents?: (documents: Documents) => Documents;
  readonly recipient?: Minted['recipient'];
  readonly notes?: Minted['notes'];
  readonly endorsements?: Minted['endorsements'];
}

export const isJson = ({ proof }: Sealing) => proof.kind === 'suite';
const isToken = ({ proof }: Sealing) => proof.kind === 'token';
const isGraph = ({ proof }: Sealing) => proof.kind === 'suite' && !proof.suite.includes('-jcs-');
const isAward = ({ draft }: Sealing) => (draft['type'] as string[]).includes('OpenBadgeCredential');

/** The draft with some members replaced. */
export function drafted(sealing: Sealing, changes: Json): Sealing {
  return { ...sealing, draft: { ...sealing.draft, ...changes } };
}

/** Changes JSON after it was signed, and leaves tokens alone. */
export function altered(sealed: Sealed, change: (json: Json) => Json): Sealed {
  return sealed.kind === 'json' ? { kind: 'json', json: change(sealed.json) } : sealed;
}

const mail = holder.mail.toLowerCase();
const withPlainMail = (sealing: Sealing) =>
  drafted(sealing, withSubject(sealing.draft, { identifier: [{ ...identity, identityHash: mail }] }));
const identity = { type: 'IdentityObject', hashed: false, identityType: 'emailAddress' };
const dates = ({ model }: Sealing) => dateNames(model);

/** What the issuer says that is not, no more, or not yet so. */
const said: readonly CredentialFault[] = [
  { name: 'right', expected: 'valid' },
  {
    name: 'expired',
    expected: 'expired',
    prepare: (sealing) => drafted(sealing, { [dates(sealing)[1]]: '2026-04-02T09:30:00Z' }),
  },
  {
    name: 'not yet expired',
    expected: 'valid',
    prepare: (sealing) => drafted(sealing, { [dates(sealing)[1]]: '2027-04-02T09:30:00Z' }),
  },
  {
    name: 'issued in the future',
    expected: 'not-yet-valid',
    prepare: (sealing) => drafted(sealing, { [dates(sealing)[0]]: '2027-04-02T09:30:00Z' }),
  },
  {
    name: 'over before it begins',
    expected: 'invalid',
    prepare: (sealing) => drafted(sealing, { [dates(sealing)[1]]: '2025-01-02T09:30:00Z' }),
  },
  {
    name: 'contexts in the wrong order',
    expected: 'invalid',
    prepare: (sealing) =>
      drafted(sealing, { '@context': (sealing.draft['@context'] as string[]).toReversed() }),
    // In this order the one context forbids what the other one says; no graph comes of it.
    suits: (sealing) => !isGraph(sealing),
  },
  {
    name: 'no context of Open Badges',
    expected: 'invalid',
    prepare: (sealing) => drafted(sealing, { '@context': [vocabularies[sealing.model]] }),
    suits: (sealing) => !isGraph(sealing),
  },
  {
    name: 'a context that nobody knows',
    expected: 'unverifiable',
    suits: isGraph,
    prepare: (sealing) => withOwnContext(sealing),
  },
  {
    name: 'for its recipient',
    expected: 'valid',
    suits: isAward,
    prepare: withPlainMail,
    recipient: { profile: profileOf(holder.mail), match: 'yes' },
  },
  {
    name: 'for somebody else',
    expected: 'valid',
    suits: isAward,
    prepare: withPlainMail,
    recipient: { profile: profileOf('somebody@else.example'), match: 'no' },
  },
];

const ownContext = 'https://quill.example/context/v1';

function withOwnContext(sealing: Sealing): Sealing {
  const vocabulary = { '@context': { quillRank: 'https://quill.example/vocabulary#rank' } };
  const contexts = [...(sealing.draft['@context'] as string[]), ownContext];
  const changed = drafted(sealing, { '@context': contexts, quillRank: 'first' });
  return { ...changed, contexts: { [ownContext]: vocabulary } };
}

async function signByStranger(sealing: Sealing, naming: Naming): Promise<Sealing> {
  const key = await keyOf('southwind', sealing.key.algorithm);
  const identity = identify(naming, key, stranger);
  return { ...sealing, key, identity, documents: { ...sealing.documents, ...identity.documents } };
}

/** Whose key it is. */
const keys: readonly CredentialFault[] = [
  {
    name: 'signed with a wrong key',
    expected: 'tampered',
    prepare: async (sealing) => ({ ...sealing, key: await keyOf('southwind', sealing.key.algorithm) }),
  },
  {
    name: 'signed by somebody else',
    expected: 'invalid',
    suits: (_, naming) => naming !== 'address of a JWK',
    prepare: signByStranger,
  },
  {
    name: 'signed by somebody else, where the issuer publishes no key',
    expected: 'unverifiable',
    suits: (_, naming) => naming === 'address of a JWK',
    prepare: signByStranger,
  },
  {
    name: 'signed for another purpose',
    expected: 'invalid',
    // Of a proof that discloses, its holder's half would not even be made.
    suits: ({ proof }) => proof.kind === 'suite' && proof.suite !== 'ecdsa-sd-2023',
    prepare: (sealing) => ({ ...sealing, purpose: 'authentication' }),
  },
  {
    name: 'issued by nobody',
    expected: 'invalid',
    suits: isToken,
    prepare: (sealing) =>
      drafted({ ...sealing, claims: { iss: undefined } }, { issuer: { name: 'Somebody' } }),
  },
];

export const credentialFaults: readonly CredentialFault[] = [...said, ...keys];
