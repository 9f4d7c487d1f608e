import { formatNumber, t } from '@/utils/i18n';

/** Gmail refuses longer signatures, the whole one counted (facts: Exclaimer, xink). */
const limit = 10_000;

interface SignatureMeterProps {
  /** Characters of what is copied. */
  readonly used: number;
  /** Characters of the user's own signature besides; 0 where nothing is known of it. */
  readonly ownLength: number;
}

/** How much of Gmail's room a signature takes, alone and with the user's own. */
export function SignatureMeter({ used, ownLength }: SignatureMeterProps) {
  const all = used + ownLength;
  const words =
    ownLength > 0
      ? t('signatureMeterWithOwn', formatNumber(used), formatNumber(limit), formatNumber(all))
      : t('signatureMeter', formatNumber(used), formatNumber(limit));
  return (
    <div class="meter">
      <div class="progress">
        <span style={{ width: `${Math.min(100, (all / limit) * 100)}%` }} />
      </div>
      <p class={all > limit ? 'count over' : 'count'}>
        {words} {t(all > limit ? 'signatureTooLong' : 'signatureMeterHint')}
      </p>
    </div>
  );
}
