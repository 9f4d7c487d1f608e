import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/notices.css';
import './print.css';
import { render } from 'preact';
import { t, uiLanguage } from '@/utils/i18n';
import { hasConsent, printedBadges } from '@/utils/settings';
import { Print } from './Print';

document.documentElement.lang = uiLanguage();
document.title = t('printTitle');
const root = document.getElementById('app');
// What was chosen is read once: another sheet, opened later, leaves this one alone.
void Promise.all([hasConsent(), printedBadges.getValue()]).then(
  ([isAgreed, ids]) => root && render(<Print ids={isAgreed ? ids : []} />, root),
);
