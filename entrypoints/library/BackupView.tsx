import { t } from '@/utils/i18n';
import type { ViewProps } from './Library';
import { ViewTitle } from './ViewTitle';

/** Everything to one file, and back. */
export function BackupView(_props: ViewProps) {
  return (
    <div class="narrow">
      <ViewTitle title={t('viewBackup')} />
    </div>
  );
}
