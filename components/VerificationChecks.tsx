import { Check as Tick, CircleQuestionMark, X, type LucideIcon } from 'lucide-preact';
import { formatAgo, formatDay, tMaybe, t } from '@/utils/i18n';
import type { Check, CheckResult, Verification } from '@/utils/verification';
import { VerificationMark } from './VerificationMark';

interface Props {
  readonly verification: Verification;
  /** The platform's proper name ("Credly"); the host that answered stands in where there is none. */
  readonly sourceName?: string | undefined;
  /** For "3 minutes ago". */
  readonly now: Date;
}

/** The verdict as a sentence, and the checks behind it: what, with which result, with whom. */
export function VerificationChecks({ verification, sourceName, now }: Props) {
  const { verdict, checks, checkedWith } = verification;
  return (
    <div class="verification">
      <p class="verdict-line">
        <VerificationMark state={verdict} />
        <span>{verdictLine(verification, sourceName, now)}</span>
      </p>
      <ul class="checks">
        {checks.map((check) => (
          <CheckLine key={check.id} check={check} />
        ))}
      </ul>
      {checkedWith && <p class="checked-with">{t('checkedWith', checkedWith)}</p>}
    </div>
  );
}

const icons: Readonly<Record<CheckResult, LucideIcon>> = { pass: Tick, fail: X, unknown: CircleQuestionMark };

function CheckLine({ check }: { check: Check }) {
  const Icon = icons[check.result];
  return (
    <li class={check.result}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {tMaybe(`check_${check.id}_${check.result}`) ?? check.id}
        <span class="unseen"> {t(`result_${check.result}`)}</span>
        {check.result !== 'pass' && check.detail && <span class="detail">{readable(check.detail)}</span>}
      </span>
    </li>
  );
}

/** Moments as days; everything else as it was read. */
function readable(detail: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.Z+-]+$/.test(detail) ? formatDay(detail.slice(0, 10)) : detail;
}

/** "Valid: Credly confirmed it 3 minutes ago". Never one word alone, and who said it is always in it. */
export function verdictLine(
  { verdict, checks, checkedAt, checkedWith, badge }: Verification,
  sourceName: string | undefined,
  now: Date,
): string {
  const who = sourceName ?? checkedWith ?? '';
  const ago = formatAgo(checkedAt, now);
  const imitated = checks.find(({ id, result }) => id === 'link-host' && result === 'fail');
  if (imitated) return t('verdictLine_imitation', imitated.detail, who);
  const expiresOn = badge?.expiresOn ? formatDay(badge.expiresOn.slice(0, 10)) : null;
  if (verdict === 'expired' && expiresOn) return t('verdictLine_expiredOn', who, ago, expiresOn);
  return tMaybe(`verdictLine_${verdict}`, who, ago) ?? verdict;
}
