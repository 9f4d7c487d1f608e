/** What is noted of an insertion, where the user wants that. */
export interface Place {
  readonly webmail: string;
  readonly isSignature: boolean;
}
