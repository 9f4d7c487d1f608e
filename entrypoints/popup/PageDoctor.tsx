import { Copy } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t, tMaybe } from '@/utils/i18n';
import type { SurfaceReport } from '@/utils/pages/examine';
import type { PageReport } from '@/utils/pages/page-report';
import { webmails } from '@/utils/webmails/index';
import { copyText } from './clipboard';
import { showLibrary } from './navigation';
import { reportText } from './read-report';

/** How the page beside us looks to LapelPin, and why a button is not there. */
export function PageDoctor({ report }: { readonly report: PageReport }) {
  const [copied, setCopied] = useState<'done' | 'failed' | null>(null);
  const copy = async () => {
    const { version } = browser.runtime.getManifest();
    const text = reportText(report, version, navigator.userAgent.replace(/^.*?(Chrome|Firefox)/, '$1'));
    setCopied(
      await copyText(text).then(
        () => 'done' as const,
        () => 'failed' as const,
      ),
    );
  };
  return (
    <details class="fold page-doctor">
      <summary>{t('pageDoctor')}</summary>
      <p class="second">{siteLine(report)}</p>
      {!report.siteId && report.looksLike && (
        <button type="button" class="button" onClick={() => void showLibrary('sites')}>
          {t('pageDoctorSites')}
        </button>
      )}
      {report.siteId && (
        <ul class="doctor-lines">
          {report.surfaces.map((surface) => (
            <li key={surface.id}>
              <strong>{tMaybe(`surface_${surface.id}`)}</strong>
              <span class="second">{stateLine(surface)}</span>
            </li>
          ))}
        </ul>
      )}
      {report.lastInsertion && <p class="second">{tMaybe(`lastInsertion_${report.lastInsertion.status}`)}</p>}
      <p class="second">{t('pageDoctorReport')}</p>
      <button type="button" class="button" onClick={() => void copy()}>
        <Copy size={16} />
        {t('pageDoctorCopy')}
      </button>
      <output class="second">{copied && t(copied === 'done' ? 'pageDoctorCopied' : 'copyFailed')}</output>
    </details>
  );
}

function siteLine({ siteId, looksLike, hasEditor }: PageReport): string {
  if (siteId) return t('pageDoctorOn', siteName(siteId));
  if (looksLike) return t('pageDoctorOff', siteName(looksLike));
  return t(hasEditor ? 'pageDoctorAnyEditor' : 'pageDoctorAny');
}

function siteName(id: string): string {
  if (id === 'linkedin') return 'LinkedIn';
  return tMaybe(`webmailName_${id}`) ?? webmails.find((webmail) => webmail.id === id)?.name ?? id;
}

function stateLine({ state, why, tier }: SurfaceReport): string {
  if (state === 'degraded') return tMaybe(`surfaceDoubt_${why}`) ?? '';
  return t(state === 'ok' ? 'surfaceOk' : 'surfaceAbsent', tier ?? '');
}
