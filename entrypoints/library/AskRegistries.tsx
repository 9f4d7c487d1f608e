import { browser } from 'wxt/browser';
import { useSetting } from '@/entrypoints/popup/use-setting';
import { t } from '@/utils/i18n';
import { askRegistries } from '@/utils/settings';
import { registryOrigins } from '@/utils/verifiers/registry-addresses';
import { Switch } from './Switch';

/** Whether public registries are asked who an issuer is, and what that tells them. Off by default. */
export function AskRegistries() {
  const isOn = useSetting(askRegistries) ?? false;
  return (
    <section class="card">
      <div class="card-head">
        <h2 id="ask-registries">{t('askRegistries')}</h2>
        <Switch
          labelledBy="ask-registries"
          describedBy="about-ask-registries"
          isOn={isOn}
          onSwitch={(on) => void choose(on)}
        />
      </div>
      <p id="about-ask-registries" class="second">
        {t('askRegistriesText')}
      </p>
    </section>
  );
}

/** The browser asks for the hosts in this very press. Without them the switch stays off. */
async function choose(isWanted: boolean): Promise<void> {
  const origins = [...registryOrigins];
  if (isWanted && !(await browser.permissions.request({ origins }))) return;
  if (!isWanted) await browser.permissions.remove({ origins });
  await askRegistries.setValue(isWanted);
}
