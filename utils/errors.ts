export const errorCodes = [
  'offline',
  'timeout',
  'not-found',
  'private-profile',
  'sign-in-required',
  'blocked',
  'sign-in-refused',
  'no-badge-api',
  'not-json',
  'bad-response',
  'rate-limited',
  'server-error',
  'too-large',
  'refused-address',
  'permission-needed',
  'consent-needed',
  'not-an-account',
  'unsupported-badge',
  'known-already',
  'source-off',
  'cancelled',
  'damaged-file',
  'wrong-passphrase',
  'storage-full',
  'storage-unavailable',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Faults of one address alone: the others are asked all the same. Anything else (no network, a wait) comes and goes. */
export const ofOneAddress: readonly ErrorCode[] = [
  'not-found',
  'private-profile',
  'sign-in-required',
  'not-json',
  'bad-response',
  'too-large',
  'refused-address',
];

/** What a message or a database row can carry of an error; words come from `_locales` (`error_<code>`). */
export interface ErrorRecord {
  readonly code: ErrorCode;
  /** For the log and a bug report: what was read, in English. Never shown as the explanation. */
  readonly detail: string;
  /** Seconds that the server asked us to wait. */
  readonly retryAfter?: number;
}

/** An error whose cause is known. Made where the cause is known and passed through untouched. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, detail = '', retryAfter?: number) {
    super(detail || code);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  toRecord(): ErrorRecord {
    const record = { code: this.code, detail: this.message };
    return this.retryAfter === undefined ? record : { ...record, retryAfter: this.retryAfter };
  }
}

/**
 * Whatever was thrown, as an AppError; what nobody foresaw becomes `unexpected`. One that comes from another script of
 * ours (the verifier is one, with its own copy of this class) or out of a message is known by its code.
 */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (isErrorRecord(cause)) {
    const detail = cause instanceof Error ? cause.message : cause.detail;
    return new AppError(cause.code, detail, cause.retryAfter);
  }
  const words = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  // So the browser says, by itself or within an error of Dexie, that the disk or our share of it is full.
  return new AppError(words.includes('QuotaExceeded') ? 'storage-full' : 'unexpected', words);
}

function isErrorRecord(value: unknown): value is ErrorRecord {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  return errorCodes.some((code) => code === value.code);
}
