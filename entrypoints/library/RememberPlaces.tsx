import { useSetting } from '@/entrypoints/popup/use-setting';
import { t } from '@/utils/i18n';
import { rememberPlaces } from '@/utils/settings';
import { Switch } from './Switch';

/** Whether places are noted by themselves. Off by default. */
export function RememberPlaces() {
  const isOn = useSetting(rememberPlaces) ?? false;
  return (
    <section class="card">
      <div class="card-head">
        <h2 id="remember-places">{t('rememberPlaces')}</h2>
        <Switch
          labelledBy="remember-places"
          describedBy="about-remember-places"
          isOn={isOn}
          onSwitch={(on) => void rememberPlaces.setValue(on)}
        />
      </div>
      <p id="about-remember-places" class="second">
        {t('rememberPlacesText')}
      </p>
    </section>
  );
}
