import type { BadgeRow } from '@/utils/db';
import type { Join } from '@/utils/entries';
import { formatDay, t } from '@/utils/i18n';
import { rowStateOf } from './badge-state';
import { BadgeState } from './BadgeState';
import { OutLink } from './OutLink';

interface ProofLineProps {
  readonly proof: BadgeRow;
  /** The account that it comes from, in words. */
  readonly from: string;
  /** Name of the source, for what it says of itself. */
  readonly sourceName: string;
  readonly today: string;
  /** When the source listed it last; null while it never did. */
  readonly listedOn: string | null;
  /** Why it belongs to the others; undefined for the one that the others were joined to. */
  readonly join?: Join | undefined;
  /** The user says that it is another badge; null where there is only one proof. */
  readonly onApart: (() => void) | null;
}

/** One proof of a badge: where it comes from, on what it rests, how it is, and why it is here. */
export function ProofLine(props: ProofLineProps) {
  const { proof, from, sourceName, today, join, onApart } = props;
  const { pageUrl } = proof;
  return (
    <li class="proof">
      <div class="proof-head">
        <strong>
          <bdi>{from}</bdi>
        </strong>
        <BadgeState state={rowStateOf(proof, today)} />
      </div>
      {proof.basis !== 'record' && <p>{t(`mergeBasis_${proof.basis}`, sourceName)}</p>}
      <p class="second">{healthWords(props)}</p>
      {join && <p class="second">{t(`mergeJoin_${join.rule.replaceAll('-', '_') as JoinKey}`)}</p>}
      {(pageUrl || onApart) && (
        <div class="row-of-buttons">
          {pageUrl && <OutLink text={new URL(pageUrl).hostname} url={pageUrl} />}
          {onApart && (
            <button type="button" class="button" onClick={onApart}>
              {t('mergeApart')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

type JoinKey = 'same_record' | 'known_as' | 'same_award' | 'chosen';

/** "Earned on May 14, 2026. On the list as of Nov 22, 2026." What is not known is not said. */
function healthWords({ proof: { issuedOn, missingSince }, listedOn }: ProofLineProps): string {
  const dayOf = (moment: string) => formatDay(moment.slice(0, 10));
  const earned = issuedOn && t('mergeEarned', formatDay(issuedOn));
  const listed = missingSince
    ? t('mergeGone', dayOf(missingSince))
    : listedOn && t('mergeListed', dayOf(listedOn));
  return [earned, listed].filter(Boolean).join(' ');
}
