import { ArrowLeft, RefreshCw } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '@/components/IconButton';
import { Notice } from '@/components/Notice';
import { t, tn } from '@/utils/i18n';
import { findActiveTab } from './navigation';
import type { PageReport } from '@/utils/pages/page-report';
import { PageBadge } from './PageBadge';
import { PageDoctor } from './PageDoctor';
import { readReport } from './read-report';
import { scanPage, type OnPage } from './scan-page';
import { useShortcuts } from './use-shortcuts';

type Scan =
  | { readonly status: 'reading' | 'closed' }
  | { readonly status: 'read'; readonly found: readonly OnPage[]; readonly report: PageReport | null };

/** The badges of the page beside us, without anything of ours in that page. Nobody is asked before a press. */
export function PageView({ onBack }: { readonly onBack: () => void }) {
  const [scan, setScan] = useState<Scan>({ status: 'reading' });
  const area = useRef<HTMLElement>(null);
  const read = () => void readPage().then(setScan);
  useEffect(() => {
    read();
    area.current?.querySelector<HTMLElement>('h2')?.focus();
  }, []);
  useShortcuts({ Escape: () => (onBack(), undefined) });
  return (
    <>
      <header class="top-bar">
        <IconButton icon={ArrowLeft} label={t('back')} shortcut="Esc" onPress={onBack} />
        <h1 class="bar-title">{t('pageTitle')}</h1>
        <IconButton icon={RefreshCw} label={t('pageAgain')} onPress={read} />
      </header>
      <main ref={area} class="badge-view">
        <h2 tabIndex={-1} class="unseen">
          {t('pageTitle')}
        </h2>
        <div aria-live="polite">
          {scan.status === 'closed' && <Notice tone="warn">{t('pageClosed')}</Notice>}
          {scan.status === 'read' && (
            <p class="second">
              {scan.found.length > 0
                ? `${tn('pageFound', scan.found.length)} ${t('pageHint')}`
                : t('pageNone')}
            </p>
          )}
        </div>
        {scan.status === 'read' && scan.found.length > 0 && (
          <ul class="page-badges">
            {scan.found.map((one) => (
              <li key={one.key}>
                <PageBadge found={one} />
              </li>
            ))}
          </ul>
        )}
        {scan.status === 'read' && scan.report && <PageDoctor report={scan.report} />}
      </main>
    </>
  );
}

async function readPage(): Promise<Scan> {
  try {
    const tab = await findActiveTab();
    if (!tab) return { status: 'closed' };
    const [found, report] = await Promise.all([scanPage(tab.tabId), readReport(tab.tabId)]);
    return { status: 'read', found, report };
  } catch {
    // The browser's own pages, its store, and a tab whose button was not pressed.
    return { status: 'closed' };
  }
}
