import { t } from '@/utils/i18n';
import { showLibrary } from './navigation';

/** Before the first run: what this is, and the one way on. Nothing was read, nothing is asked here. */
export function Welcome() {
  return (
    <main class="centre">
      <img src="/icon/48.png" alt="" width={48} height={48} />
      <h1>{t('welcomeTitle')}</h1>
      <p class="second">{t('welcomeText')}</p>
      <button type="button" class="button main" onClick={() => void showLibrary('first-run')}>
        {t('welcomeStart')}
      </button>
    </main>
  );
}
