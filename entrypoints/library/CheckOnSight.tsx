import { browser } from 'wxt/browser';
import { useSetting } from '@/entrypoints/popup/use-setting';
import { t } from '@/utils/i18n';
import { checkOnSight } from '@/utils/settings';
import { Switch } from './Switch';

/** Whether badges are checked as soon as they are seen, and what that tells the issuer. Off by default. */
export function CheckOnSight() {
  const isOn = useSetting(checkOnSight) ?? false;
  return (
    <section class="card">
      <div class="card-head">
        <h2 id="check-on-sight">{t('checkOnSight')}</h2>
        <Switch
          labelledBy="check-on-sight"
          describedBy="about-check-on-sight"
          isOn={isOn}
          onSwitch={(on) => void choose(on)}
        />
      </div>
      <p id="about-check-on-sight" class="second">
        {t('checkOnSightText')}
      </p>
    </section>
  );
}

async function choose(isWanted: boolean): Promise<void> {
  if (!isWanted || (await mayTransmit())) await checkOnSight.setValue(isWanted);
}

/** Firefox asks the user itself before an add-on sends what a page shows; other browsers have no such question. */
async function mayTransmit(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return true;
  // Newer than the types.
  const permissions = { data_collection: ['websiteContent'] } as Parameters<
    typeof browser.permissions.request
  >[0];
  return browser.permissions.request(permissions);
}
