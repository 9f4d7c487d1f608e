import { Check, Copy, Square } from 'lucide-preact';
import { browser } from 'wxt/browser';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Notice } from '@/components/Notice';
import type { ToastMessage } from '@/components/Toast';
import { copyText } from '@/entrypoints/popup/clipboard';
import { takeNextStep } from '@/entrypoints/popup/next-step';
import { formatList, formatNumber, t, tn } from '@/utils/i18n';
import type { Failure } from './import-pieces';
import { importReason, renderFailures } from './import-reason';
import type { Imports, ImportState, WaitingPiece } from './use-imports';

interface ImportResultProps {
  readonly imports: Imports;
  readonly say: (message: ToastMessage | null) => void;
}

/** How far an import is, and at its end what became of every piece. */
export function ImportResult({ imports, say }: ImportResultProps) {
  const { state } = imports;
  if (state.phase === 'idle') return null;
  const isEmpty = state.total === 0 && !state.error;
  if (state.phase === 'done' && isEmpty) return null;
  return (
    <section class="card import-result" aria-label={t('importResult')} aria-busy={state.phase !== 'done'}>
      {state.phase === 'done' ? <Summary state={state} /> : <Progress state={state} onStop={imports.stop} />}
      {state.error && (
        <ErrorNotice
          error={state.error}
          hasKept={false}
          {...(state.error.code === 'consent-needed'
            ? { onNext: () => void takeNextStep('consent-needed', null) }
            : {})}
        />
      )}
      {state.phase === 'done' && state.waiting.length > 0 && (
        <AskWaiting waiting={state.waiting} onBring={imports.bringWaiting} />
      )}
      {state.failures.length > 0 && <Failures failures={state.failures} say={say} />}
    </section>
  );
}

function Progress({ state, onStop }: { state: ImportState; onStop: () => void }) {
  const { phase, done, total } = state;
  const words =
    phase === 'reading' ? t('importReading') : t('importProgress', formatNumber(done), formatNumber(total));
  return (
    <>
      <div class="card-head">
        {/* Read aloud at its begin and its end alone: a number each second would drown everything else. */}
        <p>{words}</p>
        <button type="button" class="button" onClick={onStop}>
          <Square size={16} />
          {t('importStop')}
        </button>
      </div>
      <div class="progress">
        <span style={{ width: `${total > 0 ? Math.max(2, (done / total) * 100) : 2}%` }} />
      </div>
    </>
  );
}

function Summary({ state }: { state: ImportState }) {
  const { added, known, linked, placements, failures, wasStopped } = state;
  const lines = [
    added.size > 0 && tn('importAdded', added.size),
    known.size > 0 && tn('importKnown', known.size),
    linked > 0 && tn('importLinked', linked),
    placements > 0 && tn('importPlacements', placements),
    failures.length > 0 && tn('importFailed', failures.length),
    wasStopped && t('importStopped'),
  ].filter((line) => line !== false);
  return (
    <>
      <output>
        <ul class="import-lines">
          {lines.map((line, index) => (
            <li key={line}>
              {index === 0 && added.size > 0 && <Check size={16} />}
              {line}
            </li>
          ))}
        </ul>
      </output>
      {added.size > 0 && (
        <div class="row-of-buttons">
          <a class="button" href="#collection">
            {t('importShow')}
          </a>
        </div>
      )}
    </>
  );
}

interface AskWaitingProps {
  readonly waiting: readonly WaitingPiece[];
  readonly onBring: (withoutAsking: boolean) => void;
}

/** One question for all hosts; and a way that asks nobody. */
function AskWaiting({ waiting, onBring }: AskWaitingProps) {
  const hosts = [...new Set(waiting.flatMap((piece) => piece.hosts))].toSorted();
  const names = hosts.length > 3 ? [...hosts.slice(0, 3), '…'] : hosts;
  // No await before the request: it would let go of the click.
  const allow = () => {
    const asked = browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
    void asked.catch(() => false).then((isAllowed) => isAllowed && onBring(false));
  };
  const [host = ''] = hosts;
  return (
    <Notice tone="warn">
      <p>{tn('importNeedsHosts', waiting.length, formatList(names))}</p>
      <p class="second">{t('importNeedsHostsHint')}</p>
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={allow}>
          {hosts.length === 1 ? t('importAllow', host) : tn('importAllowSites', hosts.length)}
        </button>
        <button type="button" class="button quiet" onClick={() => onBring(true)}>
          {t('importWithoutAsking')}
        </button>
      </div>
    </Notice>
  );
}

/** Lines that are shown; the copied list has all of them. */
const shownFailures = 100;

function Failures({ failures, say }: { failures: readonly Failure[]; say: ImportResultProps['say'] }) {
  const copy = () => copyText(renderFailures(failures)).then(() => say({ text: t('importListCopied') }));
  const rest = failures.length - shownFailures;
  return (
    <>
      <table class="table import-failures">
        <tbody>
          {failures.slice(0, shownFailures).map((failure, index) => (
            <tr key={index}>
              <th scope="row">{failure.name}</th>
              <td>{importReason(failure.error)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p class="second">{tn('importMore', rest)}</p>}
      <div class="row-of-buttons">
        <button type="button" class="button quiet" onClick={() => void copy()}>
          <Copy size={16} />
          {t('importCopyList')}
        </button>
      </div>
    </>
  );
}
