import type { Verdict } from '@/utils/verification';
import type { RecipientProfile } from '@/utils/verifiers/verifier';

export type Json = Record<string, unknown>;

/** What an address answers; `unreachable` when nobody does. */
export interface Answer {
  readonly status?: number;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  readonly unreachable?: boolean;
}

/** All that the issuer's world serves, by address; `*` stands for any. Other addresses are nobody's. */
export type Documents = Readonly<Record<string, Answer>>;

/** A badge as it reaches its reader, and what is to be said of it. */
export interface Minted {
  readonly target: string | Uint8Array | URL;
  readonly documents: Documents;
  readonly expected: Verdict;
  /** The axis of its own: whom to compare with, and whether it is theirs. */
  readonly recipient?: { readonly profile: RecipientProfile; readonly match: 'yes' | 'no' | 'unknown' };
  /** Result of a note that must be there, by its id. */
  readonly notes?: Readonly<Record<string, 'pass' | 'fail' | 'unknown'>>;
  /** Of the endorsements that it carries. */
  readonly endorsements?: readonly Verdict[];
}

/** A form of the standard, and everything that can be wrong with it. */
export interface Form {
  readonly name: string;
  /** `right` first. */
  readonly faults: readonly string[];
  mint(fault: string): Promise<Minted>;
}

/** The clock at which every badge is looked at. */
export const now = new Date('2026-11-22T12:00:00Z');

/** Invented, all of them. */
export const northwind = 'https://badges.northwind.example';
export const stranger = 'https://badges.southwind.example';
export const holder = { mail: 'Haru.Aldane@Mail.Example', did: 'did:example:haru-aldane' };

/** A profile of somebody with this address. */
export function profileOf(mail: string): RecipientProfile {
  return { emails: [mail], urls: [], telephones: [], names: [], ids: [] };
}

/** A document as it is served. */
export function serve(json: unknown, contentType = 'application/ld+json'): Answer {
  return { body: JSON.stringify(json), contentType };
}
