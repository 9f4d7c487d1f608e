import type { Candidate, Surface } from '../surface';

/** Where a message's head shows who sent it. */
export interface SenderPlace {
  readonly selector: string;
  /** An attribute with the address alone, a `mailto:` link, or a text that ends in `<address>`. A display name never counts. */
  readonly holds: 'email' | 'title' | 'mailto' | 'text';
}

/** Tried with the real program; on recorded pages of it; or by what others report alone. */
export type Evidence = 'tested' | 'recorded' | 'reported';

/** A mail site, as data: it says only where things stand. */
export interface Webmail {
  readonly id: string;
  /** Proper name. Not translated. */
  readonly name: string;
  /** How well it is known. */
  readonly evidence: Evidence;
  /** Match patterns; empty for software that runs on any host, where the user names the address. */
  readonly matches: readonly string[];
  /** True for software whose vendor hosts it, and that also stands on hosts of its customers. */
  readonly hasOwnHosts?: boolean;
  /** What only pages of this program have. Structure, never words. */
  readonly signs: readonly Candidate[];
  /** The field of a message being written, in the part of the page that is this message. */
  readonly compose: Surface;
  /** Editors of the user's own signature, in the webmail's settings. Left out where nothing is known of them. */
  readonly signature?: Surface;
  /** Bodies of messages being read, outermost; none where it is not known where they stand. */
  readonly message: readonly Candidate[];
  /** Frames of the page whose whole document is such a body. */
  readonly messageFrames?: readonly Candidate[];
  /** Hosts of which every page is such a body. */
  readonly messageHosts?: readonly string[];
  /** Where the sender's address stands; left out where it cannot be read for certain. */
  readonly sender?: readonly SenderPlace[];
}
