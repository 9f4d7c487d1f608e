import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSetting } from '@/entrypoints/popup/use-setting';
import { t } from '@/utils/i18n';
import { notifyExpiries } from '@/utils/settings';
import { Switch } from './Switch';

/** Whether the browser shows a notification before a badge expires. Off by default; the browser asks in the click. */
export function NotifyExpiries() {
  const isOn = useSetting(notifyExpiries) ?? false;
  const [isRefused, setIsRefused] = useState(false);
  const choose = async (isWanted: boolean) => {
    // No await before the request: it would let go of the click.
    const isAllowed = !isWanted || (await browser.permissions.request({ permissions: ['notifications'] }));
    setIsRefused(!isAllowed);
    if (isAllowed) await notifyExpiries.setValue(isWanted);
  };
  return (
    <section class="card">
      <div class="card-head">
        <h2 id="notify-expiries">{t('notifyExpiries')}</h2>
        <Switch
          labelledBy="notify-expiries"
          describedBy="about-notify-expiries"
          isOn={isOn}
          onSwitch={(on) => void choose(on)}
        />
      </div>
      <p id="about-notify-expiries" class="second">
        {t('notifyExpiriesText')}
      </p>
      <output class="second">{isRefused ? t('notifyExpiriesRefused') : ''}</output>
    </section>
  );
}
