/** One of the badge's identities, kept to be compared later. E-mail addresses are kept as hashes alone. */
export interface HeldIdentity {
  readonly type: string;
  readonly value: string;
  readonly isHashed: boolean;
  readonly salt: string;
}

/** Whom the badge names. */
export interface Holder {
  /** As it is printed; null where it is not. */
  readonly name: string | null;
  readonly identities: readonly HeldIdentity[];
}

/** Whom a page shows beside the badge: who sent the mail, or whose profile it is. */
export interface ShownPerson {
  readonly as: 'sender' | 'profile';
  /** An e-mail address, or a name. */
  readonly text: string;
}

/** Whether the badge is theirs. Of a profile it says that the names are the same, and no more. */
export interface HolderMatch {
  readonly as: ShownPerson['as'];
  readonly match: 'yes' | 'no' | 'unknown';
  /** Whether the badge names anybody at all. */
  readonly isStated: boolean;
}
