import { t } from '@/utils/i18n';
import type { ViewProps } from './Library';
import { ViewTitle } from './ViewTitle';

/** Why is my badge not here? A dialogue over what the library knows. */
export function DoctorView(_props: ViewProps) {
  return (
    <div class="narrow">
      <ViewTitle title={t('viewDoctor')} />
    </div>
  );
}
