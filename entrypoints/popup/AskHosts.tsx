import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Notice } from '@/components/Notice';
import { formatList, t } from '@/utils/i18n';

interface AskHostsProps {
  readonly hosts: readonly string[];
  readonly onAllowed: () => void;
}

/** The hosts that the badge names and the browser does not let us ask, with the button that asks the browser. */
export function AskHosts({ hosts, onAllowed }: AskHostsProps) {
  const [isRefused, setIsRefused] = useState(false);
  const names = formatList(hosts);
  const finish = async (asked: Promise<boolean>) => {
    const isAllowed = await asked.catch(() => false);
    setIsRefused(!isAllowed);
    if (isAllowed) onAllowed();
  };
  // No await before the request: it would let go of the click.
  const ask = () =>
    void finish(browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) }));
  return (
    <Notice tone="warn">
      <p>{t('verifyNotAllowed', names)}</p>
      <p class="second">{t('verifyNotAllowedHint')}</p>
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={ask}>
          {t('verifyAllow')}
        </button>
      </div>
      <output class="second">{isRefused ? t('siteRefused', names) : ''}</output>
    </Notice>
  );
}
