import { useState } from 'preact/hooks';
import { Notice } from '@/components/Notice';
import type { RestoreMode } from '@/utils/backup';
import { dayOf } from '@/utils/badge';
import { formatDay, formatNumber, t, tMaybe } from '@/utils/i18n';

interface BackupContentsProps {
  readonly name: string;
  readonly madeAt: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly onRestore: (mode: RestoreMode) => void;
}

/** Tables that people know; the rest comes along. */
const shown = [
  'badges',
  'originals',
  'pictures',
  'accounts',
  'mergeChoices',
  'placements',
  'places',
  'collections',
  'verifications',
];

/** What is in the file and when it was made, before anything is written. */
export function BackupContents({ name, madeAt, counts, onRestore }: BackupContentsProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div class="backup-contents">
      <h3>{name}</h3>
      <p class="second">{t('backupMadeAt', formatDay(dayOf(new Date(madeAt))))}</p>
      <dl class="facts">
        {shown.flatMap((table) => [
          <dt key={`${table} term`}>{tMaybe(`backupTable_${table}`) ?? table}</dt>,
          <dd key={table}>{formatNumber(counts[table] ?? 0)}</dd>,
        ])}
      </dl>
      <p class="second">{t('backupNotInside')}</p>
      {isAsking ? (
        <Notice tone="error">
          <p>{t('backupReplaceSure')}</p>
          <div class="row-of-buttons">
            <button type="button" class="button danger" onClick={() => onRestore('replace')}>
              {t('backupReplaceDo')}
            </button>
            <button type="button" class="button" autofocus onClick={() => setIsAsking(false)}>
              {t('backupReplaceKeep')}
            </button>
          </div>
        </Notice>
      ) : (
        <>
          <div class="row-of-buttons">
            <button type="button" class="button main" onClick={() => onRestore('merge')}>
              {t('backupMerge')}
            </button>
            <button type="button" class="button" onClick={() => setIsAsking(true)}>
              {t('backupReplace')}
            </button>
          </div>
          <p class="second">{t('backupMergeText')}</p>
        </>
      )}
    </div>
  );
}
