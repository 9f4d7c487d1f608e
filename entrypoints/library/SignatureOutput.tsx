import { Signature as SignatureIcon } from 'lucide-preact';
import { SignaturePreview } from '@/components/SignaturePreview';
import type { ToastMessage } from '@/components/Toast';
import { copyText } from '@/entrypoints/popup/clipboard';
import { makeActions, renderSignature } from '@/entrypoints/popup/use-actions';
import { usePictures } from '@/entrypoints/popup/use-pictures';
import type { Badge } from '@/utils/badge';
import { formatNumber, t } from '@/utils/i18n';

/** Gmail refuses longer signatures, the whole one counted. */
const limit = 10_000;

interface SignatureOutputProps {
  readonly badges: readonly Badge[];
  readonly say: (message: ToastMessage | null) => void;
}

/** A signature as it will be seen, how much of Gmail's room it takes, and the buttons that copy it. */
export function SignatureOutput({ badges, say }: SignatureOutputProps) {
  const pictureOf = usePictures(badges);
  const signature = renderSignature(badges);
  if (!signature) return <p class="second">{t('signatureEmpty')}</p>;
  const pictures = new Map(
    badges.flatMap((badge) => {
      const stored = pictureOf(badge);
      return badge.imageUrl && stored ? [[badge.imageUrl, stored] as const] : [];
    }),
  );
  const copyPlain = async () => {
    await copyText(signature.text).then(
      () => say({ text: t('signaturePlainCopied') }),
      () => say({ text: t('copyFailed') }),
    );
  };
  return (
    <div class="section">
      <SignaturePreview html={signature.html} pictures={pictures} />
      <Meter used={signature.html.length} />
      <div class="row-of-buttons">
        <button type="button" class="button main" onClick={() => makeActions(say).copySignatureOf(badges)}>
          <SignatureIcon size={16} />
          {t('shareSignature')}
        </button>
        <button type="button" class="button" onClick={() => void copyPlain()}>
          {t('copyPlain')}
        </button>
      </div>
    </div>
  );
}

function Meter({ used }: { used: number }) {
  const words = t('signatureMeter', formatNumber(used), formatNumber(limit));
  return (
    <div class="meter">
      <div class="progress">
        <span style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
      </div>
      <p class={used > limit ? 'count over' : 'count'}>
        {words} {t(used > limit ? 'signatureTooLong' : 'signatureMeterHint')}
      </p>
    </div>
  );
}
