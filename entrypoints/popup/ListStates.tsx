import { ErrorNotice } from '@/components/ErrorNotice';
import { t } from '@/utils/i18n';
import { showLibrary } from './navigation';
import { takeNextStep } from './next-step';

/** Grey rows, only if reading takes longer than a moment. */
export function Skeleton() {
  return (
    <div class="after-a-moment" aria-busy="true">
      <output class="unseen">{t('loading')}</output>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} class="skeleton-row">
          <span class="skeleton art" />
          <span class="skeleton line" />
        </div>
      ))}
    </div>
  );
}

/** No badges yet. */
export function Empty() {
  return (
    <div class="centre">
      <h2>{t('emptyTitle')}</h2>
      <p class="second">{t('emptyText')}</p>
      <button type="button" class="button main" onClick={() => void showLibrary('accounts')}>
        {t('addBadges')}
      </button>
    </div>
  );
}

/** The search found nothing. */
export function NothingFound({ query, onClear }: { query: string; onClear: () => void }) {
  return (
    <div class="centre">
      <h2>{t('nothingFoundTitle')}</h2>
      <p class="second cut-lines">
        <bdi>{t('nothingFoundText', query.trim())}</bdi>
      </p>
      <button type="button" class="button" onClick={onClear}>
        {t('clearSearch')}
      </button>
    </div>
  );
}

/** The browser gives no storage: a private window of Firefox, or a profile that forbids it. */
export function Failed() {
  return (
    <div class="padded">
      <ErrorNotice
        error={{ code: 'storage-unavailable', detail: '' }}
        hasKept={false}
        onNext={() => void takeNextStep('storage-unavailable', null)}
      />
    </div>
  );
}
