import { formatAgo, formatDay, formatList, t, tMaybe } from '@/utils/i18n';
import type { Check, CheckId, KnownVerification, Verdict, Verification } from '@/utils/verification';

/** What stands above a report: the verdict, or what the reader must know before it. */
export type Headline = Verdict | 'suspended' | 'not-yours' | 'look-alike' | 'self-asserted' | 'no-badge';

/**
 * A badge that is right in itself may still be somebody else's, or from nobody that anyone knows: then that is said,
 * and not "valid", which a reader would take for the name that the badge prints.
 */
export function headlineOf({ verdict, checks, issuerTrust, recipient }: Verification): Headline {
  if (verdict === 'invalid' && hasFailed(checks, ['badge-data', 'assertion-readable'])) return 'no-badge';
  if (verdict === 'revoked' && !hasFailed(checks, ['not-revoked'])) return 'suspended';
  if (verdict !== 'valid') return verdict;
  if (issuerTrust?.level === 'look-alike') return 'look-alike';
  if (recipient.match === 'no') return 'not-yours';
  return issuerTrust?.level === 'self-asserted' ? 'self-asserted' : 'valid';
}

/** The name that a badge prints; of one that is not what it says, only as its own claim. */
export function nameToShow({ verdict, badge }: Pick<Verification, 'verdict' | 'badge'>): string {
  if (!badge?.name) return '';
  return verdict === 'tampered' || verdict === 'invalid' ? t('claimsToBe', badge.name) : badge.name;
}

/** The verdict in words: what it is, and beside it who said so and when, or what is known all the same. */
export interface VerdictWords {
  /** "Valid: Credly confirmed it 3 minutes ago". Never one word alone. */
  readonly main: string;
  readonly more: string | null;
}

/** The sentences that stand above a report. `sourceName` is the platform's proper name, where there is one. */
export function verdictWords(
  known: KnownVerification,
  sourceName: string | undefined,
  now: Date,
): VerdictWords {
  const { verification } = known;
  const { checks, checkedAt, checkedWith } = verification;
  const who = sourceName ?? checkedWith ?? '';
  const ago = formatAgo(checkedAt, now);
  const imitated = checks.find(({ id, result }) => id === 'link-host' && result === 'fail');
  if (imitated) return alone(t('verdictLine_imitation', imitated.detail, who));
  const headline = headlineOf(verification);
  if (headline === 'picture') return { main: t('verdictLine_picture'), more: t('findLink') };
  if (headline === 'unverifiable') return { main: whyNot(verification, who, ago), more: standing(known) };
  if (headline === 'valid' && who && !hasSignature(checks)) return alone(t('verdictLine_valid', who, ago));
  const more = who ? t('answeredAgo', who, ago) : t('checkedAgo', ago);
  return { main: whatItIs(headline, verification), more };
}

function alone(main: string): VerdictWords {
  return { main, more: null };
}

function whatItIs(headline: Headline, { badge, checkedWith, issuerTrust }: Verification): string {
  if (headline === 'valid') return t('verdictLine_validAlone');
  if (headline === 'expired' && badge?.expiresOn) return t('verdictLine_expiredOn', toDay(badge.expiresOn));
  if (headline === 'not-yet-valid' && badge?.issuedOn)
    return t('verdictLine_startsOn', toDay(badge.issuedOn));
  if (headline === 'invalid' && checkedWith) return t('verdictLine_invalidRecord', checkedWith);
  return tMaybe(`verdictLine_${headline}`, issuerTrust?.name ?? '') ?? headline;
}

/** Why nothing is decided: nobody answered, there was nothing to ask for, or an answer left something open. */
function whyNot({ checks, checkedWith, missingHosts = [] }: Verification, who: string, ago: string): string {
  if (missingHosts.length > 0) return t('whyNot_notAllowed', formatList(missingHosts));
  if (checks.some(({ id, result }) => id === 'page-proof' && result === 'fail')) return t('whyNot_page');
  if (isUnknown(checks, 'badge-data')) return t('whyNot_empty');
  const unreached = checks.find(({ id, result }) => id === 'assertion-reachable' && result === 'unknown');
  const host = who || unreached?.host;
  if (unreached && !checkedWith && host) return t('whyNot_unreached', host, ago);
  return who ? t('verdictLine_unverifiable', who, ago) : t('whyNot_open', ago);
}

/** What is known all the same: the last good result, or that nothing speaks against the badge. */
function standing({ lastGood }: KnownVerification): string {
  if (!lastGood) return t('notAgainst');
  const word = tMaybe(`verdict_${headlineOf(lastGood)}`) ?? lastGood.verdict;
  return t('lastGoodLine', word, toDay(lastGood.checkedAt));
}

function hasFailed(checks: readonly Check[], ids: readonly CheckId[]): boolean {
  return checks.some(({ id, result }) => result === 'fail' && ids.includes(id));
}

function isUnknown(checks: readonly Check[], wanted: CheckId): boolean {
  return checks.some(({ id, result }) => id === wanted && result === 'unknown');
}

function hasSignature(checks: readonly Check[]): boolean {
  return checks.some(({ id, result }) => id === 'signature' && result === 'pass');
}

/** The day of a moment or a day, in words; as given where it is neither. */
function toDay(moment: string): string {
  return formatDay(moment.slice(0, 10));
}
