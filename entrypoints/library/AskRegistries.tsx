import { browser } from 'wxt/browser';
import { t } from '@/utils/i18n';
import { askRegistries } from '@/utils/settings';
import { registryOrigins } from '@/utils/verifiers/registry-addresses';
import { SwitchCard } from './SwitchCard';

/** Whether public registries are asked who an issuer is, and what that tells them. Off by default. */
export function AskRegistries() {
  return (
    <SwitchCard
      id="ask-registries"
      title={t('askRegistries')}
      text={t('askRegistriesText')}
      item={askRegistries}
      onSwitch={(on) => void choose(on)}
    />
  );
}

/** The browser asks for the hosts in this very press. Without them the switch stays off. */
async function choose(isWanted: boolean): Promise<void> {
  const origins = [...registryOrigins];
  if (isWanted && !(await browser.permissions.request({ origins }))) return;
  if (!isWanted) await browser.permissions.remove({ origins });
  await askRegistries.setValue(isWanted);
}
