import type { Io } from '../io';
import type { WebUrl } from '../html';
import type { Check, VerifiedBadge } from '../verification';

/** What is to be verified. Later forms (bytes of a file, text) are added here. */
export interface VerifyTarget {
  readonly kind: 'hosted';
  /** Addresses of the assertion, best first; the first that answers counts. */
  readonly assertionUrls: readonly WebUrl[];
  readonly pageUrl: WebUrl | null;
  /**
   * True when the id was read off a platform's link: the assertion must then be that very one. False for an address
   * that somebody published: the document may name another address as its own, and that copy is asked instead.
   */
  readonly isExactId: boolean;
}

/** What a verifier found. */
export interface VerifierReport {
  readonly checks: readonly Check[];
  readonly checkedWith: string | null;
  readonly badge: VerifiedBadge | null;
}

/** A way to check a badge. */
export interface Verifier {
  readonly id: string;
  /** True when this verifier knows how to check the target. */
  recognises(target: VerifyTarget): boolean;
  /** Never throws for a bad badge: what is wrong is a failed check, what could not be asked an unknown one. */
  verify(target: VerifyTarget, io: Io): Promise<VerifierReport>;
}
