import { gzipSync } from 'node:zlib';
import { vocabularies } from './credentials.ts';
import type { Identity } from './identities.ts';
import type { IssuerKey } from './keys.ts';
import { northwind, serve, type Answer, type Json } from './minted.ts';
import { seal, suiteFor, toText, type Sealed, type Sealing } from './seal.ts';

export type ListKind = 'bitstring' | 'bitstring JWT' | 'StatusList2021' | '1EdTech';

export const listUrl = `${northwind}/status/3`;
/** Where the badge stands in its list. */
export const ownIndex = 94_567;

export interface StatusList {
  readonly kind: ListKind;
  readonly identity: Identity;
  readonly key: IssuerKey;
  /** Bits that are set; 1EdTech's list has the badge on it when there are any. */
  readonly set: readonly number[];
  readonly purpose?: string;
  /** Of the list as a credential. */
  readonly changes?: Json;
  /** What happens to it after it was signed. */
  readonly spoil?: (sealed: Sealed) => Sealed;
}

/** `credentialStatus` of a badge, and the context that it needs beyond those of the badge. */
export function toEntry(kind: ListKind, changes: Json = {}): { entry: Json; contexts: string[] } {
  if (kind === '1EdTech') {
    return {
      entry: { id: listUrl, type: '1EdTechRevocationList', ...changes },
      contexts: [vocabularies.extensions],
    };
  }
  const is2021 = kind === 'StatusList2021';
  const entry = {
    id: `${listUrl}#${ownIndex}`,
    type: is2021 ? 'StatusList2021Entry' : 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(ownIndex),
    statusListCredential: listUrl,
    ...changes,
  };
  return { entry, contexts: is2021 ? [vocabularies.status2021] : [] };
}

/** The list as its address answers with it. */
export async function publishList(list: StatusList, badgeId: unknown): Promise<Answer> {
  const { kind, identity, set, changes } = list;
  if (kind === '1EdTech') {
    const revoked =
      set.length > 0 ? [{ id: badgeId, revoked: true, revocationReason: 'Given in error' }] : [];
    return serve({
      id: listUrl,
      type: '1EdTechRevocationList',
      issuer: identity.id,
      revokedCredential: revoked,
      ...changes,
    });
  }
  const sealed = await seal(toSealing(list));
  const spoilt = list.spoil?.(sealed) ?? sealed;
  const contentType = spoilt.kind === 'token' ? 'application/vc+jwt' : 'application/vc';
  return { body: toText(spoilt), contentType };
}

function toSealing(list: StatusList): Sealing {
  const { kind, identity, key } = list;
  const proof =
    kind === 'bitstring JWT' ? ({ kind: 'token', layout: 'payload' } as const) : suiteFor(key.algorithm);
  const model = kind === 'StatusList2021' ? '1.1' : '2.0';
  return { proof, model, key, identity, draft: toCredential(list), documents: identity.documents };
}

function toCredential({ kind, identity, set, purpose = 'revocation', changes }: StatusList): Json {
  const is2021 = kind === 'StatusList2021';
  const type = is2021 ? 'StatusList2021' : 'BitstringStatusList';
  const contexts = is2021
    ? [vocabularies['1.1'], vocabularies.status2021, vocabularies.dataIntegrity]
    : [vocabularies['2.0']];
  return {
    '@context': contexts,
    id: listUrl,
    type: ['VerifiableCredential', `${type}Credential`],
    issuer: { id: identity.id },
    [is2021 ? 'issuanceDate' : 'validFrom']: '2025-01-01T00:00:00Z',
    credentialSubject: {
      id: `${listUrl}#list`,
      type,
      statusPurpose: purpose,
      encodedList: `${is2021 ? '' : 'u'}${pack(set)}`,
    },
    ...changes,
  };
}

/** 131,072 bits, counted from the left (Bitstring Status List, "Bitstring Encoding"). */
function pack(set: readonly number[]): string {
  const bits = new Uint8Array(131_072 / 8);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return gzipSync(bits).toString('base64url');
}
