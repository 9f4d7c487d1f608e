import type { BadgeId } from './badge';
import type { ProofFile, ProofForm } from './proof-file';

export interface ProofFileRequest {
  /** The records of one badge, best first. */
  readonly badgeIds: readonly BadgeId[];
  readonly form: ProofForm;
  /** The badge's picture as PNG in Base64, where the page has one: a worker cannot draw. */
  readonly png: string | null;
}

/** A badge as a file that proves itself elsewhere. */
export interface ProofFileReply extends Pick<ProofFile, 'mediaType' | 'made' | 'verdict'> {
  readonly base64: string;
}

/** Badges as files. */
export interface ProofMessages {
  /**
   * Makes the file and checks it. Asks the issuer where the proof is not kept here.
   * @throws AppError `unsupported-badge` where no proof can be had, `not-found`, and the faults of the network
   */
  makeProofFile(request: ProofFileRequest): ProofFileReply;
}
