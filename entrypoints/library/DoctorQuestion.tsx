import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Question } from '@/utils/doctor/questions';
import { t, tMaybe } from '@/utils/i18n';

interface Props {
  readonly question: Question;
  readonly position: number;
  readonly count: number;
  readonly chosen: string | undefined;
  readonly onChoose: (option: string) => void;
  readonly onBack: () => void;
  readonly onNext: (() => void) | null;
  /** What helps to answer it. */
  readonly children?: ComponentChildren;
}

/** One question; choosing an answer leads on. The heading takes the focus, so that it is read out. */
export function DoctorQuestion(props: Props) {
  const { question, position, count, chosen, onChoose, onBack, onNext, children } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="section" aria-labelledby="doctor-question">
      <p class="second" role="status">
        {t('doctorQuestion', position, count)}
      </p>
      <h2 id="doctor-question" ref={title} tabIndex={-1}>
        {tMaybe(`doctorAsk_${question.id}`)}
      </h2>
      <ul class="doctor-options">
        {question.options.map((option) => (
          <li key={option}>
            <button
              type="button"
              class="button"
              data-option={option}
              aria-pressed={chosen === undefined ? undefined : chosen === option}
              onClick={() => onChoose(option)}
            >
              {tMaybe(`doctorOption_${question.id}_${option}`)}
            </button>
          </li>
        ))}
      </ul>
      {children}
      <div class="row-of-buttons">
        <button type="button" class="button quiet" onClick={onBack}>
          {t('doctorBack')}
        </button>
        {onNext && (
          <button type="button" class="button quiet" onClick={onNext}>
            {t('doctorNext')}
          </button>
        )}
      </div>
    </section>
  );
}
