import { t, tMaybe } from '@/utils/i18n';

interface Program {
  /** `placing_<id>` names it; `placingStep_<id>_<n>` are its steps, `placingNote_<id>` what else is to be said. */
  readonly id: string;
}

/*
 * Ways by record, none of them seen by us: Thunderbird and NAVER WORKS by their makers' help, Outlook's folder and Apple
 * Mail by several independent guides, phones by guides too (facts on products, section 4). Naver's own editor is not on
 * record at all.
 */
const programs: readonly Program[] = [
  { id: 'gmail' },
  { id: 'apple_mail' },
  { id: 'thunderbird' },
  { id: 'outlook' },
  { id: 'naver' },
  { id: 'phones' },
];
const maxSteps = 6;

/** Step by step into programs that we cannot reach ourselves. */
export function SignaturePlacing() {
  return (
    <section class="section">
      <h2>{t('placingHeading')}</h2>
      <p class="second">{t('placingHint')}</p>
      {programs.map(({ id }) => (
        <details key={id} class="card placing">
          <summary>{tMaybe(`placing_${id}`)}</summary>
          <ol>
            {stepsOf(id).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p class="second">{tMaybe(`placingNote_${id}`)}</p>
        </details>
      ))}
    </section>
  );
}

function stepsOf(id: string): string[] {
  const numbers = Array.from({ length: maxSteps }, (_, index) => index + 1);
  return numbers.flatMap((number) => tMaybe(`placingStep_${id}_${number}`) ?? []);
}
