import { t } from '@/utils/i18n';
import { shareLanguages, type ShareLanguage } from '@/utils/share-templates';

/** How languages call themselves. */
const languageNames: Readonly<Record<ShareLanguage, string>> = { en: 'English', ko: '한국어' };

interface ShareLanguagesProps {
  readonly chosen: ShareLanguage;
  readonly onChoose: (language: ShareLanguage) => void;
}

/** In which language the words start. */
export function ShareLanguages({ chosen, onChoose }: ShareLanguagesProps) {
  return (
    <div role="group" aria-label={t('wordsLanguage')} class="languages">
      {shareLanguages.map((one) => (
        <button
          key={one}
          type="button"
          class="button"
          lang={one}
          aria-pressed={one === chosen}
          onClick={() => onChoose(one)}
        >
          {languageNames[one]}
        </button>
      ))}
    </div>
  );
}
