import type { WebUrl } from './html';

export type CheckResult = 'pass' | 'fail' | 'unknown';

/**
 * What a check asks. The sentence the user reads is `check_<id>_<result>` in `_locales` (dashes become underscores).
 */
export const checkIds = [
  'assertion-reachable',
  'assertion-readable',
  'assertion-id',
  'badge-class',
  'issuer-profile',
  'issuer-origin',
  'not-revoked',
  'issued',
  'not-expired',
  'link-host',
  'picture-proof',
] as const;
export type CheckId = (typeof checkIds)[number];

/** One question answered. */
export interface Check {
  readonly id: CheckId;
  readonly result: CheckResult;
  /** What was compared, in the words of the documents read ("expires 2024-03-01"). Shown as given, never as HTML. */
  readonly detail: string;
  /** The host that was asked; null when nothing was fetched for this check. */
  readonly host: string | null;
}

/**
 * The one word for the user.
 * `picture` is a badge image with no link that proves it; everything else follows the verdict rule of the checks.
 */
export type Verdict =
  'valid' | 'expired' | 'revoked' | 'tampered' | 'invalid' | 'not-yet-valid' | 'unverifiable' | 'picture';

/** What the badge says of itself, as the checks read it. Empty strings where it was not readable. */
export interface VerifiedBadge {
  readonly name: string;
  readonly issuerName: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** ISO moment. */
  readonly checkedAt: string;
  /** Host that answered for the badge ("www.credly.com"); null when nobody was asked. */
  readonly checkedWith: string | null;
  readonly badge: VerifiedBadge | null;
  /** The page of the badge for people. */
  readonly pageUrl: WebUrl | null;
}

/** Which failed check decides, worst first; `unknown` anywhere in `decisive` makes it unverifiable. */
const failures: readonly (readonly [CheckId, Verdict])[] = [
  ['assertion-id', 'invalid'],
  ['assertion-readable', 'invalid'],
  ['badge-class', 'invalid'],
  ['issuer-profile', 'invalid'],
  ['issuer-origin', 'invalid'],
  ['link-host', 'invalid'],
  ['not-revoked', 'revoked'],
  ['not-expired', 'expired'],
  ['issued', 'not-yet-valid'],
  ['assertion-reachable', 'unverifiable'],
  ['picture-proof', 'picture'],
];

/**
 * The only place where checks become one word: tampered > invalid > revoked > expired > not yet valid > unverifiable
 * > valid (facts on verification, section 5). A network fault is `unknown`, and unknown is not false.
 */
export function verdict(checks: readonly Check[]): Verdict {
  const failed = failures.find(([id]) => checks.some((check) => check.id === id && check.result === 'fail'));
  if (failed) return failed[1];
  if (checks.length === 0 || checks.some((check) => check.result === 'unknown')) return 'unverifiable';
  return 'valid';
}
