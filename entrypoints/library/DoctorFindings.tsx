import { ChevronDown } from 'lucide-preact';
import type { Finding } from '@/utils/doctor/diagnose';
import { facts } from '@/utils/doctor/facts';
import type { Statement } from '@/utils/doctor/reason';
import { formatDay, t, tMaybe } from '@/utils/i18n';
import type { Knowledge } from '@/utils/doctor/knowledge';
import { DoctorAction } from './DoctorAction';

interface Props {
  readonly findings: readonly Finding[];
  readonly knowledge: Knowledge;
  /** Likeliest first; the others are opened by hand. */
  readonly isFirstOpen: boolean;
  readonly onRefreshed: () => void;
}

/** Reasons, each with what speaks for it, what is known about it and from whom, and what one can do. */
export function DoctorFindings({ findings, knowledge, isFirstOpen, onRefreshed }: Props) {
  return (
    <>
      {findings.map((finding, index) => (
        <details
          key={finding.reason.id}
          class="card doctor-finding"
          data-reason={finding.reason.id}
          open={isFirstOpen && index === 0}
        >
          <summary>
            <h3>{tMaybe(`doctorReason_${finding.reason.id}`)}</h3>
            <ChevronDown size={16} />
          </summary>
          <Signs {...{ finding, knowledge }} />
          {finding.reason.statements.map((statement) => (
            <Told key={statement.id} statement={statement} />
          ))}
          <div class="doctor-actions">
            {finding.reason.actions.map((action, place) => (
              <DoctorAction
                key={action.id}
                {...{ action, knowledge, onRefreshed }}
                isMain={isFirstOpen && index === 0 && place === 0}
              />
            ))}
          </div>
        </details>
      ))}
    </>
  );
}

function Signs({ finding, knowledge }: { finding: Finding; knowledge: Knowledge }) {
  const words = finding.signs.map(({ id, say }) => tMaybe(`doctorWhy_${id}`, ...(say?.(knowledge) ?? [])));
  return (
    <ul class="doctor-signs" aria-label={t('doctorWhyTitle')}>
      {[...new Set(words)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Stands for the link while the words around it are looked up; browsers drop control characters there. */
const gap = '\uE000';

/** A statement, and in small print where it comes from and how old it is. */
function Told({ statement }: { statement: Statement }) {
  const { url, title, on, as } = facts[statement.fact];
  const [before = '', after = ''] = t(
    as === 'updated' ? 'doctorSourceUpdated' : 'doctorSourceRead',
    gap,
    formatDay(on),
  ).split(gap);
  return (
    <div class="doctor-told">
      <p>{tMaybe(`doctorSay_${statement.id}`)}</p>
      <p class="doctor-source">
        {before}
        <a href={url} target="_blank" rel="noopener noreferrer" lang="en">
          {title}
        </a>
        {after}
      </p>
    </div>
  );
}
