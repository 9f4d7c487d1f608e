import type { Holder } from './holder';
import type { WebUrl } from './html';

export type CheckResult = 'pass' | 'fail' | 'unknown';

/** Of a badge, worst first: what a failed check makes of it (facts on verification, section 5, "Verdict rule"). */
const failures = {
  tampered: ['signature', 'hosted-copy'],
  invalid: [
    'badge-data',
    'assertion-readable',
    'assertion-id',
    'badge-class',
    'issuer-profile',
    'issuer-origin',
    'image',
    'recipient-identity',
    'extension',
    'dates',
    'credential',
    'signed-terms',
    'algorithm',
    'signing-key',
    'claims',
    'link-host',
  ],
  revoked: ['not-revoked', 'not-suspended'],
  expired: ['not-expired'],
  'not-yet-valid': ['issued'],
  unverifiable: ['assertion-reachable', 'page-proof'],
  picture: ['picture-proof'],
} as const;

/** Said to the reader, but never decisive, whatever their result (facts, section 5, nos. 8, 23, 24, 26). */
const notes = [
  'declared-id',
  'redirect',
  'other-proofs',
  'status-issuer',
  'schema',
  'context',
  'refresh',
  'endorsements',
  'duplicate-keys',
] as const;

/**
 * What a check asks. The sentence the user reads is `check_<id>_<result>` in `_locales` (dashes become underscores).
 * - `badge-data`: the file or text carries a badge; `hosted-copy`: it says the same as the copy at its own address
 * - `signed-terms`: every term of a signed document is part of what was signed; `claims`: a JWT agrees with its badge
 * - `signing-key`: the key belongs to the issuer that the badge names; `page-proof`: more than a page stands behind it
 */
export type CheckId = (typeof failures)[keyof typeof failures][number] | (typeof notes)[number];
export const checkIds: readonly CheckId[] = [...Object.values(failures).flat(), ...notes];

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
export type Verdict = keyof typeof failures | 'valid';

/** What the badge says of itself, as the checks read it. Empty strings where it was not readable. */
export interface VerifiedBadge {
  readonly name: string;
  readonly issuerName: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

/**
 * Who the issuer is, apart from whether the badge is right. `platform`: a known platform keeps it; `registry`: a public
 * registry of issuers lists it; `domain`: it is whoever runs that domain; `self-asserted`: nobody but itself says who it
 * is; `look-alike`: its address imitates a known one.
 */
export type TrustLevel = 'platform' | 'registry' | 'domain' | 'self-asserted' | 'look-alike';
export interface IssuerTrust {
  readonly level: TrustLevel;
  /** The platform, registry, domain, or the address that is imitated. */
  readonly name: string;
  /** What was compared. */
  readonly detail: string;
}

/** Whether the badge belongs to one of the profiles that were given; `not-asked` when none were. */
export interface RecipientMatch {
  readonly match: 'yes' | 'no' | 'unknown' | 'not-asked';
  readonly detail: string;
}

/** Somebody else's word for the badge, verified for itself. */
export interface Endorsement {
  readonly issuerName: string;
  readonly comment: string;
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
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
  /** Version and proof, as the standard names them ("Open Badges 3.0, eddsa-rdfc-2022"); null when not recognised. */
  readonly form: string | null;
  /** Null where no issuer could be read. */
  readonly issuerTrust: IssuerTrust | null;
  readonly recipient: RecipientMatch;
  /** Absent in results of long ago. */
  readonly holder?: Holder;
  readonly endorsements: readonly Endorsement[];
  /** Hosts that the browser would have to allow before everything can be checked. Absent in results of long ago. */
  readonly missingHosts?: readonly string[];
}

/** A badge's newest result, and beside one that decides nothing the last that did. */
export interface KnownVerification {
  readonly verification: Verification;
  /** Null when `verification` decides, or when nothing was ever decided. */
  readonly lastGood: Verification | null;
}

/** What a verification says where nobody was asked and nothing was read. */
export const unasked: Omit<Verification, 'verdict' | 'checks' | 'checkedAt'> = {
  checkedWith: null,
  badge: null,
  pageUrl: null,
  form: null,
  issuerTrust: null,
  recipient: { match: 'not-asked', detail: '' },
  endorsements: [],
};

/**
 * The only place where checks become one word: tampered > invalid > revoked > expired > not yet valid > unverifiable
 * > valid. A network fault is `unknown`, and unknown is not false: it makes a badge unverifiable, never invalid.
 */
export function verdict(checks: readonly Check[]): Verdict {
  const failed = checks.filter(({ result }) => result === 'fail').map(({ id }) => id);
  for (const [word, ids] of Object.entries(failures)) {
    if ((ids as readonly CheckId[]).some((id) => failed.includes(id))) return word as Verdict;
  }
  const decisive = checks.filter(({ id }) => !isNote(id));
  // A picture that cannot be had says nothing about the award.
  const isOpen = decisive.some(({ id, result }) => result === 'unknown' && id !== 'image');
  if (decisive.length === 0 || isOpen) return 'unverifiable';
  return 'valid';
}

/** True for a check that is said, but decides nothing. */
export function isNote(id: CheckId): boolean {
  return (notes as readonly CheckId[]).includes(id);
}

/** One answered question. */
export function check(id: CheckId, result: CheckResult, detail = '', host: string | null = null): Check {
  return { id, result, detail: detail.slice(0, 500), host };
}
