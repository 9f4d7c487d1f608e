/** What a request may say beside its address. Everything else (cookies, redirects, caps) is decided in `http.ts`. */
export interface IoRequest {
  /** The `Accept` header; JSON when left out. */
  readonly accept?: string;
  /** Bytes after which the answer is dropped with `too-large`. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** The only way out for sources and verifiers. Tests and scripts hand in their own. */
export interface Io {
  /**
   * Fetches over https. The answer may have any status; its body is whole and within the cap.
   * @throws AppError `offline`, `timeout`, `too-large`, `refused-address`, `permission-needed`, `sign-in-required` (a redirect)
   */
  fetch(url: string | URL, request?: IoRequest): Promise<Response>;
  now(): Date;
}
