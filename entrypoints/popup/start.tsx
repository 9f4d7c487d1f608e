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
import { hasConsent, popupDraft } from '@/utils/settings';
import { App, type Surface } from './App';

/** Draws the app where `#app` stands. The draft is read first (a millisecond), so that nothing typed is lost or flashes. */
export async function start(surface: Surface): Promise<void> {
  document.documentElement.lang = uiLanguage();
  document.title = t('appTitle');
  const root = document.getElementById('app');
  const [draft, isAgreed] = await Promise.all([popupDraft.getValue(), hasConsent()]);
  if (root) render(<App surface={surface} draft={draft} isAgreed={isAgreed} />, root);
}
