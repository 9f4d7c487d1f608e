import type { WebUrl } from '../html';
import type { Io } from '../io';
import type { Check, VerifiedBadge } from '../verification';

/** A badge that is named by where its record lies. */
export interface HostedSubject {
  readonly kind: 'hosted';
  /** Addresses of the assertion, best first; the first that answers counts. */
  readonly assertionUrls: readonly WebUrl[];
  /** The page for people. */
  readonly pageUrl: WebUrl | null;
  /**
   * True when the id was read off a platform's link: the assertion must then be that very one. False for an address
   * that somebody published: the document may name another address as its own, and that copy is asked instead.
   */
  readonly isExactId: boolean;
  /** Of an endorsement: ids of what it was found with. It must be one, and speak of one of them. */
  readonly endorses?: readonly string[];
}

/** Where a document was found. */
export interface Provenance {
  readonly container: 'url' | 'file' | 'text' | 'png' | 'svg';
  /** The address that answered with it; null when it came from the user. */
  readonly url: WebUrl | null;
}

/** A JSON object: an assertion of any version, or a credential. */
export interface JsonSubject {
  readonly kind: 'json';
  readonly json: Readonly<Record<string, unknown>>;
  /** The same as text, exactly as read (its bytes may be what was signed). */
  readonly text: string;
  readonly from: Provenance;
  /** As in HostedSubject. */
  readonly endorses?: readonly string[];
}

/** A compact JWS (RFC 7515): a signed assertion of 1.x or 2.0, or a credential as JWT. */
export interface JwsSubject {
  readonly kind: 'jws';
  readonly token: string;
  readonly from: Provenance;
  /** As in HostedSubject. */
  readonly endorses?: readonly string[];
}

/** What is to be verified, after bytes, text and addresses were told apart. */
export type Subject = HostedSubject | JsonSubject | JwsSubject;

/** Whom the badge should belong to. Each list may be empty. */
export interface RecipientProfile {
  readonly emails: readonly string[];
  readonly urls: readonly string[];
  readonly telephones: readonly string[];
  readonly names: readonly string[];
  /** DIDs and other identifiers. */
  readonly ids: readonly string[];
}

/** Whom the badge says it belongs to, as Open Badges 2.0 (IdentityObject) and 3.0 (IdentityObject, subject id) give it. */
export interface RecipientIdentity {
  /** `email`, `url`, `telephone`, `id`, `name`, or the standard's own word for another kind. */
  readonly type: string;
  /** Plain, or `md5$…`, `sha256$…`. */
  readonly value: string;
  readonly isHashed: boolean;
  readonly salt: string;
}

/** Who issued the badge, as far as the documents say. */
export interface IssuerClaim {
  /** The id: an address or a DID. */
  readonly id: string;
  readonly name: string;
  /** Other addresses that the profile names as its own. */
  readonly urls: readonly string[];
  /** True when the host or the key proves that the badge is from this id. */
  readonly isProven: boolean;
}

/** What a verifier found. */
export interface VerifierReport {
  readonly checks: readonly Check[];
  readonly checkedWith: string | null;
  readonly badge: VerifiedBadge | null;
  /** "Open Badges 2.0, hosted"; null when it is no form that we know. */
  readonly form: string | null;
  readonly issuer: IssuerClaim | null;
  readonly identities: readonly RecipientIdentity[];
  /** Endorsements that the badge carries or names; verified for themselves by whoever called. */
  readonly endorsements: readonly Subject[];
  /** What an endorsement says, when the subject was one. */
  readonly endorsementComment?: string;
}

/** What every verifier gets beside the subject. */
export interface VerifyContext {
  /** The only way out. Answers are remembered for the length of one verification, and their number is limited. */
  readonly io: Io;
  /** 0 for the badge itself, more for a status list or an endorsement that it names. */
  readonly depth: number;
  /** Verifies another document (a status list, an endorsement, a refreshed copy), one level deeper. Never throws. */
  verifyNested(subject: Subject): Promise<VerifierReport>;
}

/** A way to check a badge. */
export interface Verifier {
  readonly id: string;
  /** True when this verifier knows how to check the subject. Pure. */
  recognises(subject: Subject): boolean;
  /** Never throws for a bad badge: what is wrong is a failed check, what could not be asked an unknown one. */
  verify(subject: Subject, context: VerifyContext): Promise<VerifierReport>;
}

/** A report without findings; spread it and add what is known. */
export const emptyReport: VerifierReport = {
  checks: [],
  checkedWith: null,
  badge: null,
  form: null,
  issuer: null,
  identities: [],
  endorsements: [],
};
