import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/notices.css';
import '@/components/badges.css';
import '@/components/badge-views.css';
import '@/components/guided.css';
import '@/components/verification.css';
import './popup.css';
import './states.css';
import { render } from 'preact';
import { t, uiLanguage } from '@/utils/i18n';
import { hasConsent, popupDraft, popupStart } from '@/utils/settings';
import { App, type Surface } from './App';

/** Draws the app where `#app` stands. The draft is read first (a millisecond), so that nothing typed is lost or flashes. */
export async function start(surface: Surface): Promise<void> {
  document.documentElement.lang = uiLanguage();
  document.title = t('appTitle');
  const root = document.getElementById('app');
  const [draft, isAgreed, isOnPage] = await Promise.all([
    popupDraft.getValue(),
    hasConsent(),
    surface === 'popup' && takeStart(),
  ]);
  if (root) render(<App {...{ surface, draft, isAgreed, isOnPage }} />, root);
}

/** Milliseconds for which a wish from a page holds. */
const wishMs = 30_000;

/** Whether a page has just sent the user here to see what it shows. Taken once. */
async function takeStart(): Promise<boolean> {
  const start = await popupStart.getValue();
  if (start) await popupStart.removeValue();
  return start !== null && Date.now() - start.at < wishMs;
}
