import { t } from '@/utils/i18n';
import { rememberPlaces } from '@/utils/settings';
import { SwitchCard } from './SwitchCard';

/** Whether places are noted by themselves. Off by default. */
export function RememberPlaces() {
  return (
    <SwitchCard
      id="remember-places"
      title={t('rememberPlaces')}
      text={t('rememberPlacesText')}
      item={rememberPlaces}
    />
  );
}
