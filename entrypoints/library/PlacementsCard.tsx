import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Notice } from '@/components/Notice';
import { OpenQueue } from '@/entrypoints/popup/OpenQueue';
import { dayOf } from '@/utils/badge';
import { db, type PlacementRow } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { AppError, toAppError } from '@/utils/errors';
import { formatDay, formatNumber, t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { sumUpPlacements, type PlacementSummary } from '@/utils/placements';
import { maxExportBytes, readExport } from '@/utils/placements-export';
import { useLiveQuery } from '@/utils/use-live-query';

const steps = ['placementStep_1', 'placementStep_2', 'placementStep_3', 'placementStep_4'] as const;

/** Which badges are on the LinkedIn profile, from the member's own data export; LinkedIn's pages are left alone. */
export function PlacementsCard({ rows, today }: { rows: readonly Entry[]; today: string }) {
  const placements = useLiveQuery(() => db.placements.toArray());
  const stored = placements.status === 'ready' ? placements.value : [];
  const summary = sumUpPlacements(rows, stored, today);
  return (
    <section class="card" aria-labelledby="placements-title">
      <h2 id="placements-title">{t('placementTitle')}</h2>
      {summary ? <Result summary={summary} /> : <p>{t('placementIntro')}</p>}
      <OpenQueue />
      <Reader isFirst={summary === null}>
        <Steps />
      </Reader>
    </section>
  );
}

/** How to get the export, step by step. */
function Steps() {
  return (
    <details class="doctor-steps">
      <summary class="button">{t('placementHow')}</summary>
      <ol>
        {steps.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <p class="second doctor-after">
        <a href="https://www.linkedin.com/psettings/member-data" target="_blank" rel="noopener noreferrer">
          {t('placementOpen')}
        </a>
      </p>
      <p class="doctor-source doctor-after">
        <a
          href="https://www.linkedin.com/help/linkedin/answer/a1339364"
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('placementHelp', formatDay('2026-11-23'))}
        </a>
      </p>
    </details>
  );
}

/** Takes the file, says what was wrong with it; the file stays on this computer. */
function Reader({ isFirst, children }: { isFirst: boolean; children: ComponentChildren }) {
  const field = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [isEmpty, setIsEmpty] = useState(false);
  const read = async (file: File) => {
    setFailure(null);
    setIsEmpty(false);
    try {
      const placements = await readFile(file);
      setIsEmpty(placements.length === 0);
      if (placements.length > 0) await send('storePlacements', { placements });
    } catch (cause) {
      setFailure(toAppError(cause));
    }
  };
  return (
    <div class="placement-reader">
      <div class="doctor-actions">
        <button type="button" class="button" onClick={() => field.current?.click()}>
          {t(isFirst ? 'placementChoose' : 'placementReplace')}
        </button>
        {!isFirst && (
          <button type="button" class="button quiet" onClick={() => void send('forgetPlacements', {})}>
            {t('placementForget')}
          </button>
        )}
        {children}
      </div>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.zip,text/csv,application/zip"
        aria-label={t('placementChoose')}
        data-for="placements"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void read(file);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <div aria-live="polite">
        {failure && <Notice tone="error">{sayFailure(failure)}</Notice>}
        {isEmpty && <Notice tone="warn">{t('placementEmpty')}</Notice>}
      </div>
    </div>
  );
}

async function readFile(file: File): Promise<PlacementRow[]> {
  if (file.size > maxExportBytes) throw new AppError('too-large', `${file.size} bytes`);
  return readExport(new Uint8Array(await file.arrayBuffer()), new Date());
}

function sayFailure({ code, message }: AppError): string {
  if (code === 'unsupported-badge') return t('placementWrongFile', message);
  if (code === 'too-large') return t('placementTooLarge');
  return t(code === 'damaged-file' ? 'placementDamaged' : 'error_unexpected');
}

function Result({ summary }: { summary: PlacementSummary }) {
  const { readAt, on, missing, expired, unknown } = summary;
  return (
    <>
      <p class="second">{t('placementRead', formatDay(dayOf(new Date(readAt))))}</p>
      <dl class="placement-numbers">
        <Count label={t('placementOnCount')} value={on.length} />
        <Count label={t('placementMissingCount')} value={missing.length} />
        <Count label={t('placementExpiredCount')} value={expired.length} />
        <Count label={t('placementUnknownCount')} value={unknown.length} />
      </dl>
      <Names
        label={t('placementMissing')}
        names={missing.map(({ id, achievement }) => [id, achievement.name])}
      />
      <Names
        label={t('placementExpired')}
        names={expired.map(({ id, achievement }) => [id, achievement.name])}
      />
      <Names label={t('placementUnknown')} names={unknown.map(({ id, name }) => [id, name])} />
    </>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

function Names({ label, names }: { label: string; names: readonly (readonly [string, string])[] }) {
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{`${label} (${formatNumber(names.length)})`}</summary>
      <ul class="doctor-signs">
        {names.map(([id, name]) => (
          <li key={id} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
