import type { BadgeId } from './badge';
import type { Verdict } from './verification';

export interface ProofFileRequest {
  /** The records of one badge, best first. */
  readonly badgeIds: readonly BadgeId[];
  /** A picture with the proof in it, or the proof alone (JSON or a JWS). */
  readonly form: 'image' | 'json';
  /** The badge's picture as PNG in Base64, where the page has one: a worker cannot draw. */
  readonly png: string | null;
}

/** A badge as a file that proves itself elsewhere. */
export interface ProofFileReply {
  readonly base64: string;
  readonly mediaType: string;
  /** `kept`: byte for byte as it came. `taken-out`: the text of a baked picture. `fetched`: from the issuer now. */
  readonly made: 'kept' | 'taken-out' | 'fetched' | 'baked';
  /** Of the very bytes, checked as anybody would who gets them. */
  readonly verdict: Verdict;
}

/** Badges as files. */
export interface ProofMessages {
  /**
   * Makes the file and checks it. Asks the issuer where the proof is not kept here.
   * @throws AppError `unsupported-badge` where no proof can be had, `not-found`, and the faults of the network
   */
  makeProofFile(request: ProofFileRequest): ProofFileReply;
}
