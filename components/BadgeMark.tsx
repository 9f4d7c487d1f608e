import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { safeUrl } from '@/utils/html';
import { t } from '@/utils/i18n';
import type { HolderMatch } from '@/utils/holder';
import type { KnownVerification } from '@/utils/verification';
import { headlineOf, nameToShow } from './headline';
import { HolderLine } from './HolderLine';
import { ReportFacts } from './ReportFacts';
import { useKeys } from './use-keys';
import { VerificationChecks } from './VerificationChecks';
import { markWord, VerificationMark, type MarkState } from './VerificationMark';

interface Props {
  readonly sourceName: string;
  readonly known: KnownVerification | null;
  readonly isChecking: boolean;
  /** The question got no answer at all (not even "could not reach it"). */
  readonly hasFailed: boolean;
  /** Whether it belongs to whom the page shows; null where nobody was compared. */
  readonly holder?: HolderMatch | null;
  /** Asks the issuer; absent where there is nothing to ask. */
  readonly onCheck?: (() => void) | undefined;
  /** The report of what is known was opened. */
  readonly onOpen?: (() => void) | undefined;
}

/**
 * The mark beside a badge in somebody's page, and the report that it opens. Nothing is asked before it is pressed: the
 * issuer would learn what one reads.
 */
export function BadgeMark({
  sourceName,
  known,
  isChecking,
  hasFailed,
  holder = null,
  onCheck,
  onOpen,
}: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const report = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useKeys(whole, (event) => {
    if (isOpen && event.key === 'Escape') close();
  });
  const press = () => {
    setOpen(!isOpen);
    if (!isOpen && !isChecking) (known ? onOpen : onCheck)?.();
  };
  const state = toState(known, isChecking, hasFailed, holder);
  return (
    <div ref={whole}>
      <button
        ref={button}
        type="button"
        class="mark"
        title={t('markTitle', sourceName, markWord(state))}
        aria-label={t('markTitle', sourceName, markWord(state))}
        aria-expanded={isOpen}
        aria-controls={isOpen ? report : undefined}
        onClick={press}
      >
        <VerificationMark state={state} />
      </button>
      {isOpen && (
        <Report id={report} onClose={close} onLeave={() => setOpen(false)}>
          <Result {...{ sourceName, known, isChecking, hasFailed, holder, onCheck }} />
        </Report>
      )}
    </div>
  );
}

/** A badge that is right and was issued to somebody else than the sender is somebody else's. A name proves nothing. */
function toState(
  known: KnownVerification | null,
  isChecking: boolean,
  hasFailed: boolean,
  holder: HolderMatch | null,
): MarkState {
  if (isChecking) return 'checking';
  if (hasFailed) return 'unverifiable';
  const state = known ? headlineOf(known.verification) : 'unchecked';
  const isForeign = holder?.as === 'sender' && holder.match === 'no';
  return state === 'valid' && isForeign ? 'not-yours' : state;
}

interface ReportProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly children: preact.ComponentChildren;
}

/** A card that closes by Esc, by its button, and when the focus or the mouse goes elsewhere. */
function Report({ id, onClose, onLeave, children }: ReportProps) {
  const card = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    card.current?.focus();
    const root = card.current?.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : card.current?.parentElement;
    const onPress = (event: Event) =>
      event.target !== host && !host?.contains(event.target as Node) && onLeave();
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, []);
  return (
    <dialog ref={card} id={id} class="report" open aria-label={t('reportTitle')} tabIndex={-1}>
      <button type="button" class="close" aria-label={t('close')} onClick={onClose}>
        ×
      </button>
      <div aria-live="polite">{children}</div>
    </dialog>
  );
}

function Result({ sourceName, known, isChecking, hasFailed, holder, onCheck }: Props) {
  if (isChecking) return <p class="verdict-line">{t('checkingWith', sourceName)}</p>;
  const about = known?.verification.badge ? known.verification : known?.lastGood;
  const pageUrl = safeUrl(known?.verification.pageUrl);
  return (
    <>
      {hasFailed && <p class="verdict-line">{t('checkGotNoAnswer')}</p>}
      {about?.badge?.name && (
        <p class="report-badge">
          <strong dir="auto">{nameToShow(about)}</strong> <bdi>{about.badge.issuerName}</bdi>
          <ReportFacts verification={about} />
        </p>
      )}
      {known && (
        <VerificationChecks {...{ known, sourceName }} now={new Date()}>
          {holder && <HolderLine holder={holder} />}
        </VerificationChecks>
      )}
      <div class="report-actions">
        {onCheck && (
          <button type="button" class="button" onClick={onCheck}>
            {known ? t('checkAgain') : t('checkNow')}
          </button>
        )}
        {pageUrl && (
          <a class="button" href={pageUrl} target="_blank" rel="noopener noreferrer">
            {t('openBadgePage')}
          </a>
        )}
      </div>
    </>
  );
}
