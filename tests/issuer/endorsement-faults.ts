import type { Verdict } from '@/utils/verification';
import { drafted, isJson, type CredentialFault } from './credential-faults.ts';
import { draft, withSubject } from './credentials.ts';
import { identify } from './identities.ts';
import { keyOf } from './keys.ts';
import { stranger, type Json } from './minted.ts';
import { seal, suiteFor, type Proof, type Sealing } from './seal.ts';

interface Wording {
  readonly about?: string;
  readonly changes?: Json;
  readonly proof?: Proof;
  /** Words that nobody signed. */
  readonly spoil?: (json: Json) => Json;
}

/** A credential on which somebody else put a word of their own. */
async function endorsed(sealing: Sealing, wording: Wording = {}): Promise<Sealing> {
  const key = await keyOf('southwind', 'ES256');
  const identity = identify('did:key', key, stranger);
  const proof = wording.proof ?? suiteFor('ES256');
  const about = wording.about ?? sealing.draft['id'];
  const plain = withSubject(draft('endorsement', identity.id, '2.0'), { id: about });
  const words = { ...plain, id: 'urn:uuid:e0e0', ...wording.changes };
  const sealed = await seal({ ...sealing, proof, model: '2.0', key, identity, draft: words });
  if (sealed.kind === 'token') return drafted(sealing, { endorsementJwt: [sealed.token] });
  return drafted(sealing, { endorsement: [wording.spoil?.(sealed.json) ?? sealed.json] });
}

function fault(
  name: string,
  endorsements: readonly Verdict[],
  wording: Wording,
  notes: CredentialFault['notes'] = {},
): CredentialFault {
  return {
    name,
    expected: 'valid',
    prepare: (sealing) => endorsed(sealing, wording),
    endorsements,
    notes,
  };
}

/** Endorsements are verified for themselves, and decide nothing about the badge (Open Badges 3.0, "Endorsement"). */
export const endorsementFaults: readonly CredentialFault[] = [
  fault('right', ['valid'], {}),
  {
    ...fault('right, as a token', ['valid'], { proof: { kind: 'token', layout: 'payload' } }),
    // The packages' edition of the context has no word for it, so no graph can be signed with one.
    suits: (sealing) => !isJson(sealing),
  },
  fault('over', ['expired'], { changes: { validUntil: '2026-04-02T09:30:00Z' } }),
  fault('altered', ['tampered'], {
    spoil: (json) => withSubject(json, { endorsementComment: 'They may have the ship.' }),
  }),
  fault('about something else', [], { about: 'urn:uuid:other' }, { endorsements: 'fail' }),
];
