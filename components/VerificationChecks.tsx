import type { ComponentChildren } from 'preact';
import { formatAgo, t } from '@/utils/i18n';
import type { Endorsement, KnownVerification, Verification } from '@/utils/verification';
import { Axes } from './Axes';
import { CheckList, Fold } from './CheckList';
import { isolate } from './evidence';
import { headlineOf, verdictWords } from './headline';
import { VerificationMark } from './VerificationMark';

interface LineProps {
  readonly known: KnownVerification;
  /** The platform's proper name ("Credly"); the host that answered stands in where there is none. */
  readonly sourceName?: string | undefined;
  /** For "3 minutes ago". */
  readonly now: Date;
}

interface Props extends LineProps {
  /** The whole report: what was compared with whom, for each check. The verdict then stands elsewhere. */
  readonly isFull?: boolean;
  /** Said below the verdict: whose the badge is, where a page shows somebody. */
  readonly children?: ComponentChildren;
}

/** The verdict as a sentence; who issued it and whose it is, each on a line of its own; and the checks behind all that. */
export function VerificationChecks({ known, sourceName, now, isFull = false, children }: Props) {
  const { verification } = known;
  return (
    <div class="verification">
      {!isFull && <VerdictLine {...{ known, sourceName, now }} />}
      {children}
      <Axes verification={verification} isFull={isFull} />
      <CheckList checks={verification.checks} isFull={isFull} />
      <Endorsements endorsements={verification.endorsements} />
      <Foot verification={verification} now={isFull ? now : null} />
    </div>
  );
}

/** The verdict as a sentence, with its mark. */
export function VerdictLine({ known, sourceName, now }: LineProps) {
  const { main, more } = verdictWords(known, sourceName, now);
  return (
    <p class="verdict-line">
      <VerificationMark state={headlineOf(known.verification)} />
      <span>
        {main}
        {more && <span class="verdict-more"> {more}</span>}
      </span>
    </p>
  );
}

/** The words of others for the badge, each with what its own check gave. */
function Endorsements({ endorsements }: { endorsements: readonly Endorsement[] }) {
  if (endorsements.length === 0) return null;
  return (
    <ul class="endorsements">
      {endorsements.map(({ issuerName, comment, verdict, checks }, index) => (
        <li key={`${index} ${issuerName}`}>
          <p class="endorser">
            <VerificationMark state={verdict} withWord />
            <span>{t('endorsedBy', isolate(issuerName) || t('somebody'))}</span>
          </p>
          {comment && <blockquote dir="auto">{comment}</blockquote>}
          <Fold words={t('endorsementChecks')}>
            <CheckList checks={checks} />
          </Fold>
        </li>
      ))}
    </ul>
  );
}

/** The form, and who was asked; when, only where the verdict stands elsewhere. */
function Foot({ verification, now }: { verification: Verification; now: Date | null }) {
  const { form, checkedWith, checkedAt } = verification;
  const asked = checkedWith && t('checkedWith', checkedWith);
  const parts = [form, asked, now && t('checkedAgo', formatAgo(checkedAt, now))].filter(Boolean);
  return parts.length > 0 ? <p class="checked-with">{parts.join(' · ')}</p> : null;
}
