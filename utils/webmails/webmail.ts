/** Where a message's head shows who sent it. */
export interface SenderPlace {
  readonly selector: string;
  /** An attribute with the address alone, a `mailto:` link, or a text that ends in `<address>`. A display name never counts. */
  readonly holds: 'email' | 'title' | 'mailto' | 'text';
}

/** Tried with the real program; on recorded pages of it; or by what others report alone. */
export type Evidence = 'tested' | 'recorded' | 'reported';

/** A mail site. Selectors are data; candidates stand in order, most lasting first (role, stable id, structure, class). */
export interface Webmail {
  readonly id: string;
  /** Proper name. Not translated. */
  readonly name: string;
  /** How well it is known. */
  readonly evidence: Evidence;
  /** Match patterns; empty for software that runs on any host, where the user names the address. */
  readonly matches: readonly string[];
  /** True for a document of this webmail (a frame of it, too). Looks at structure, never at words. */
  isDocument(document: Document): boolean;
  /** The part of the page that is one message being written. Pairs with `composeEditor`. */
  readonly compose: readonly string[];
  /** The field for the text inside it; an `iframe` stands for the editable body of its document. */
  readonly composeEditor: readonly string[];
  /** Editors of the user's own signature, in the webmail's settings. Left out where nothing is known of them. */
  readonly signatureEditor?: readonly string[];
  /** Whether the address shows settings; left out where the selectors say it by themselves. */
  isSettings?(url: URL): boolean;
  /** Bodies of messages being read; none where it is not known where they stand. */
  readonly message: readonly string[];
  /** Where the sender's address stands; left out where it cannot be read for certain. */
  readonly sender?: readonly SenderPlace[];
}
