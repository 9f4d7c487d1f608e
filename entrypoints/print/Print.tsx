import { Printer } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { Notice } from '@/components/Notice';
import { Failed } from '@/entrypoints/popup/ListStates';
import { useBadges } from '@/entrypoints/popup/use-badges';
import { usePictures } from '@/entrypoints/popup/use-pictures';
import type { BadgeId } from '@/utils/badge';
import { formatNumber, t } from '@/utils/i18n';
import { Paper, type PaperLayout } from './Paper';

/** What a sheet of one page holds, so that a camera can still read its codes and an eye its names. */
const onePageMax = 24;
/** What a list holds; more is a backup's work, or a table's. */
const listMax = 500;

/** Badges on paper, or in a PDF by the browser's own print: a list, or all on one page. */
export function Print({ ids }: { ids: readonly BadgeId[] }) {
  const badges = useBadges();
  const [layout, setLayout] = useState<PaperLayout>(ids.length === 1 ? 'page' : 'list');
  const [heading, setHeading] = useState(t('printHeading'));
  const [hasCodes, setHasCodes] = useState(true);
  const rows = badges.status === 'ready' ? badges.rows : [];
  const chosen = useMemo(() => {
    const byId = new Map(rows.flatMap((row) => row.proofs.map(({ id }) => [id, row] as const)));
    return [...new Set(ids.flatMap((id) => byId.get(id) ?? []))];
  }, [rows, ids]);
  const max = layout === 'page' ? onePageMax : listMax;
  const shown = chosen.slice(0, max);
  const pictureOf = usePictures(shown);
  if (badges.status === 'failed') return <Failed />;
  const isReady = badges.status === 'ready' && badges.isComplete;
  return (
    <>
      <header>
        <div class="print-bar">
          <h1>{t('printTitle')}</h1>
          <fieldset>
            <legend>{t('printLayout')}</legend>
            {(['list', 'page'] as const).map((id) => (
              <label key={id}>
                <input type="radio" name="layout" checked={layout === id} onChange={() => setLayout(id)} />
                {t(`printLayout_${id}`)}
              </label>
            ))}
          </fieldset>
          <label>
            <input
              type="checkbox"
              checked={hasCodes}
              onChange={(event) => setHasCodes(event.currentTarget.checked)}
            />
            {t('printCodes')}
          </label>
          <label class="print-heading">
            {t('printHeadingLabel')}
            <input
              class="field"
              type="text"
              maxLength={80}
              value={heading}
              onInput={(event) => setHeading(event.currentTarget.value)}
            />
          </label>
          <button
            type="button"
            class="button main"
            disabled={!isReady || shown.length === 0}
            onClick={() => window.print()}
          >
            <Printer size={16} />
            {t('printNow')}
          </button>
        </div>
        <div class="print-notices">
          <p class="second">{t('printHint')}</p>
          {isReady && chosen.length === 0 && (
            <Notice tone="warn">
              <p>{t('printNothing')}</p>
            </Notice>
          )}
          {chosen.length > max && (
            <Notice tone="warn">
              <p>{t(`printTooMany_${layout}`, formatNumber(max), formatNumber(chosen.length))}</p>
            </Notice>
          )}
        </div>
      </header>
      {isReady && shown.length > 0 && (
        <Paper
          badges={shown}
          layout={layout}
          heading={heading.trim()}
          hasCodes={hasCodes}
          pictureOf={pictureOf}
        />
      )}
    </>
  );
}
