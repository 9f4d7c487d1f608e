import { useEffect, useRef, useState } from 'preact/hooks';
import { db } from '@/utils/db';
import { diagnose } from '@/utils/doctor/diagnose';
import { toKnowledge, type Knowledge } from '@/utils/doctor/knowledge';
import { t } from '@/utils/i18n';
import { useLiveQuery } from '@/utils/use-live-query';
import { ClaimsCard } from './ClaimsCard';
import { CompareAddress } from './CompareAddress';
import { DoctorFindings } from './DoctorFindings';
import { DoctorQuestion } from './DoctorQuestion';
import type { ViewProps } from './Library';
import { useDialogue } from './use-dialogue';
import { ViewTitle } from './ViewTitle';

/** Why is my badge not here? A dialogue over what the library knows; the answers live as long as this view. */
export function DoctorView({ rows, accounts, isRead, say }: ViewProps) {
  const claims = useLiveQuery(() => db.claims.toArray());
  const open = claims.status === 'ready' ? claims.value : [];
  const knowledge = toKnowledge({ rows, accounts, claims: open }, new Date());
  const dialogue = useDialogue(knowledge);
  const { question, answers, position, count } = dialogue;
  const [hasBegun, setHasBegun] = useState(false);
  const onRefreshed = () => say({ text: t('doctorRefreshing') });
  const findings = diagnose(knowledge, answers);
  return (
    <div class="narrow doctor">
      <ViewTitle title={t('viewDoctor')} />
      {!hasBegun && (
        <>
          <p>{t('doctorIntro')}</p>
          <div>
            <button type="button" class="button main" onClick={() => setHasBegun(true)}>
              {t('doctorBegin')}
            </button>
          </div>
          <ClaimsCard rows={rows} />
          {isRead && <FromLibrary {...{ findings, knowledge, onRefreshed }} />}
        </>
      )}
      {hasBegun && question && (
        <DoctorQuestion
          key={question.id}
          {...{ question, position, count }}
          chosen={answers[question.id]}
          onChoose={dialogue.choose}
          onBack={position > 1 ? dialogue.back : () => setHasBegun(false)}
          onNext={dialogue.next}
        >
          {question.id === 'address' && <CompareAddress accounts={accounts} onAnswer={dialogue.choose} />}
        </DoctorQuestion>
      )}
      {hasBegun && !question && (
        <Outcome
          {...{ findings, knowledge, onRefreshed }}
          onChange={dialogue.back}
          onRestart={() => {
            dialogue.restart();
            setHasBegun(false);
          }}
        />
      )}
    </div>
  );
}

type Findings = ReturnType<typeof diagnose>;
interface FindingsProps {
  readonly findings: Findings;
  readonly knowledge: Knowledge;
  readonly onRefreshed: () => void;
}

function FromLibrary({ findings, knowledge, onRefreshed }: FindingsProps) {
  return (
    <section class="section" aria-labelledby="doctor-library">
      <h2 id="doctor-library">{t('doctorFromLibrary')}</h2>
      {findings.length === 0 && <p class="second">{t('doctorNothingShown')}</p>}
      <DoctorFindings {...{ findings, knowledge, onRefreshed }} isFirstOpen={false} />
    </section>
  );
}

interface OutcomeProps extends FindingsProps {
  readonly onChange: () => void;
  readonly onRestart: () => void;
}

function Outcome({ findings, knowledge, onChange, onRestart, onRefreshed }: OutcomeProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const [first, ...others] = findings;
  return (
    <>
      <section class="section" aria-labelledby="doctor-outcome">
        <h2 id="doctor-outcome" ref={title} tabIndex={-1}>
          {t(first ? 'doctorOutcome' : 'doctorNoOutcome')}
        </h2>
        {first ? (
          <DoctorFindings findings={[first]} {...{ knowledge, onRefreshed }} isFirstOpen />
        ) : (
          <p>{t('doctorNoOutcomeText')}</p>
        )}
      </section>
      {others.length > 0 && (
        <section class="section" aria-labelledby="doctor-also">
          <h2 id="doctor-also">{t('doctorAlso')}</h2>
          <DoctorFindings findings={others.slice(0, 4)} {...{ knowledge, onRefreshed }} isFirstOpen={false} />
        </section>
      )}
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={onChange}>
          {t('doctorChange')}
        </button>
        <button type="button" class="button" onClick={onRestart}>
          {t('doctorRestart')}
        </button>
      </div>
    </>
  );
}
