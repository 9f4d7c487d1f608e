import { t } from '@/utils/i18n';
import { BackupMake } from './BackupMake';
import { BackupRestore } from './BackupRestore';
import { BackupStorage } from './BackupStorage';
import type { ViewProps } from './Library';
import { ViewTitle } from './ViewTitle';

/** Everything to one file, and back. */
export function BackupView({ say }: ViewProps) {
  return (
    <div class="narrow">
      <ViewTitle title={t('viewBackup')} />
      <BackupMake />
      <BackupRestore />
      <BackupStorage say={say} />
    </div>
  );
}
