import { t } from '@/utils/i18n';
import type { ViewProps } from './Library';
import { chooseToShow } from '@/utils/signature-choice';
import { defaultSignature } from '@/utils/signature-setting';
import { SignatureOutput } from './SignatureOutput';

/** The first thing that works: a signature, ready to be pasted. */
export function SuccessStep({ rows, say }: ViewProps) {
  return (
    <>
      <p class="second">{t('stepUseText')}</p>
      <SignatureOutput badges={chooseToShow(rows, defaultSignature)} say={say} />
      <p class="second">{t('stepUseNext')}</p>
      <div class="row-of-buttons">
        <a class="button" href="#collection">
          {t('stepUseOpen')}
        </a>
        <a class="button" href="#sites">
          {t('stepUseSites')}
        </a>
      </div>
    </>
  );
}
