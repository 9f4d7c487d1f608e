import { Copy } from 'lucide-preact';
import { t } from '@/utils/i18n';
import type { CardLanguage } from '@/utils/share-card/words';

interface CardAltProps {
  readonly text: string;
  readonly language: CardLanguage;
  readonly onCopy: () => void;
}

/** The card in words, to be put where a network asks for a description. */
export function CardAlt({ text, language, onCopy }: CardAltProps) {
  return (
    <section class="section card-alt">
      <h3>{t('cardAlt')}</h3>
      <p class="card-alt-text" lang={language} dir="auto">
        {text}
      </p>
      <p class="second">{t('cardAltHint')}</p>
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={onCopy}>
          <Copy size={16} />
          {t('cardAltCopy')}
        </button>
      </div>
    </section>
  );
}
