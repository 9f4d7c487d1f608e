import { CircleCheck } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '@/components/Notice';
import type { Damage, RestoreReport } from '@/utils/backup';
import { formatNumber, t, tMaybe, tn } from '@/utils/i18n';

/** Damage that is listed; of the rest the number is said. */
const shownCount = 20;

/** What a restore did, and what of the file could not be read. */
export function BackupReport({ report: { written, kept, damaged } }: { report: RestoreReport }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const isCutOff = damaged.some(({ table, what }) => table === 'end' && what === 'cut-off');
  const lines = damaged.filter(({ table }) => table !== 'end');
  return (
    <div class="backup-report">
      <h3 ref={head} tabIndex={-1}>
        <CircleCheck size={16} />
        {t('backupDone')}
      </h3>
      <p>{t('backupDoneText', formatNumber(written['badges'] ?? 0), formatNumber(kept['badges'] ?? 0))}</p>
      {damaged.length > 0 && (
        <Notice tone="warn">
          <p>{t(isCutOff ? 'backupCutOff' : 'backupDamaged')}</p>
          <ul class="plain-list">
            {lines.slice(0, shownCount).map((damage, index) => (
              <li key={index}>{wordsOf(damage)}</li>
            ))}
          </ul>
          {lines.length > shownCount && <p>{tn('backupMoreDamage', lines.length - shownCount)}</p>}
        </Notice>
      )}
    </div>
  );
}

/** A number is how many are missing; anything else is the name of one. */
function wordsOf({ table, what }: Damage): string {
  const words = tMaybe(`backupTable_${table}`) ?? t('backupTable_other');
  return /^\d+$/.test(what)
    ? t('backupMissing', words, formatNumber(Number(what)))
    : t('backupUnreadable', words, what);
}
