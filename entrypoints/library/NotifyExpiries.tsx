import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '@/utils/i18n';
import { notifyExpiries } from '@/utils/settings';
import { SwitchCard } from './SwitchCard';

/** Whether the browser shows a notification before a badge expires. Off by default; the browser asks in the click. */
export function NotifyExpiries() {
  const [isRefused, setIsRefused] = useState(false);
  const choose = async (isWanted: boolean) => {
    // No await before the request: it would let go of the click.
    const isAllowed = !isWanted || (await browser.permissions.request({ permissions: ['notifications'] }));
    setIsRefused(!isAllowed);
    if (isAllowed) await notifyExpiries.setValue(isWanted);
  };
  return (
    <SwitchCard
      id="notify-expiries"
      title={t('notifyExpiries')}
      text={t('notifyExpiriesText')}
      item={notifyExpiries}
      onSwitch={(on) => void choose(on)}
    >
      <output class="second">{isRefused ? t('notifyExpiriesRefused') : ''}</output>
    </SwitchCard>
  );
}
