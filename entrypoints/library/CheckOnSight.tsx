import { browser } from 'wxt/browser';
import { t } from '@/utils/i18n';
import { checkOnSight } from '@/utils/settings';
import { SwitchCard } from './SwitchCard';

/** Whether badges are checked as soon as they are seen, and what that tells the issuer. Off by default. */
export function CheckOnSight() {
  return (
    <SwitchCard
      id="check-on-sight"
      title={t('checkOnSight')}
      text={t('checkOnSightText')}
      item={checkOnSight}
      onSwitch={(on) => void choose(on)}
    />
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
