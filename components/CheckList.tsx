import { Check as Tick, CircleQuestionMark, X, type LucideIcon } from 'lucide-preact';
import { t, tMaybe, tn } from '@/utils/i18n';
import { isNote, type Check, type CheckId, type CheckResult } from '@/utils/verification';
import { readableEvidence } from './evidence';

/** More than this and only the telling ones stay in sight. */
const fewEnough = 6;

/** What a reader asks first; in order, the others can wait behind a fold. */
const telling: readonly CheckId[] = [
  'signature',
  'signing-key',
  'hosted-copy',
  'assertion-id',
  'issuer-origin',
  'not-revoked',
  'not-expired',
];

interface CheckListProps {
  readonly checks: readonly Check[];
  /** Says what was compared, and with whom, for every check and not only where something is wrong. */
  readonly isFull?: boolean;
}

/** The checks as sentences: what decides, and apart from it, more quietly, what is only worth knowing. */
export function CheckList({ checks, isFull = false }: CheckListProps) {
  const decisive = checks.filter(({ id }) => !isNote(id));
  const notes = checks.filter(({ id }) => isNote(id));
  const isShown = ({ id, result }: Check) => isFull || result !== 'pass' || telling.includes(id);
  const shown = decisive.length <= fewEnough ? decisive : decisive.filter(isShown);
  const rest = decisive.filter((check) => !shown.includes(check));
  return (
    <>
      {shown.length > 0 && <Lines checks={shown} isFull={isFull} />}
      {rest.length > 0 && (
        <Fold words={tn('checksInOrder', rest.length)}>
          <Lines checks={rest} isFull={isFull} />
        </Fold>
      )}
      {notes.length > 0 && (
        <Fold words={tn('checkNotes', notes.length)} isOpen={isFull}>
          <Lines checks={notes} isFull={isFull} areNotes />
        </Fold>
      )}
    </>
  );
}

interface FoldProps {
  readonly words: string;
  readonly isOpen?: boolean;
  readonly children: preact.ComponentChildren;
}

/** What is there for those who want it. */
export function Fold({ words, isOpen = false, children }: FoldProps) {
  return (
    <details class="fold" open={isOpen}>
      <summary>{words}</summary>
      {children}
    </details>
  );
}

const icons: Readonly<Record<CheckResult, LucideIcon>> = { pass: Tick, fail: X, unknown: CircleQuestionMark };

function Lines({ checks, isFull, areNotes = false }: Required<CheckListProps> & { areNotes?: boolean }) {
  return (
    <ul class={areNotes ? 'checks notes' : 'checks'}>
      {checks.map((check, index) => (
        // Several checks may have one id (a status list each), and their order is fixed.
        <CheckLine key={`${index} ${check.id}`} check={check} isFull={isFull} />
      ))}
    </ul>
  );
}

function CheckLine({ check, isFull }: { check: Check; isFull: boolean }) {
  const { id, result, detail, host } = check;
  const Icon = icons[result];
  const shown = isFull || result !== 'pass' ? readableEvidence(detail) : '';
  // The host is named where the evidence does not name it already.
  const asked = isFull && host && !shown.includes(host) ? host : '';
  const evidence = [asked, shown].filter(Boolean).join(' · ');
  return (
    <li class={result}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {tMaybe(`check_${id}_${result}`) ?? id}
        <span class="unseen"> {t(`result_${result}`)}</span>
        {evidence && (
          <bdi class={isFull ? 'detail' : 'detail cut'} title={detail}>
            {evidence}
          </bdi>
        )}
      </span>
    </li>
  );
}
