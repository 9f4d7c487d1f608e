import { t } from '@/utils/i18n';
import type { ViewProps } from './Library';
import { ViewTitle } from './ViewTitle';

/** Brings badges in: one field that takes anything, files, and what else there is. */
export function AddView(_props: ViewProps) {
  return (
    <div class="narrow">
      <ViewTitle title={t('viewAdd')} />
    </div>
  );
}
