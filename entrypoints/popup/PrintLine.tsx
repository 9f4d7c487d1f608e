import { Printer } from 'lucide-preact';
import { browser } from 'wxt/browser';
import { IconButton } from '@/components/IconButton';
import type { Badge } from '@/utils/badge';
import { t } from '@/utils/i18n';
import { printedBadges } from '@/utils/settings';

/** Opens the badges as a sheet for the printer, in a tab of its own. */
export function PrintLine({ badges }: { badges: readonly Badge[] }) {
  const open = async () => {
    await printedBadges.setValue(badges.map(({ id }) => id));
    await browser.tabs.create({ url: browser.runtime.getURL('/print.html') });
  };
  return (
    <li class="print-line">
      <div class="words">
        <strong>{t('printTitle')}</strong>
        <small>{t('printLineHint')}</small>
      </div>
      <div class="buttons">
        <IconButton icon={Printer} label={t('printOpen')} onPress={() => void open()} />
      </div>
    </li>
  );
}
