import { useState } from 'preact/hooks';
import { SignaturePreview, type MailView } from '@/components/SignaturePreview';
import type { ToastMessage } from '@/components/Toast';
import { readPictureTypes } from '@/entrypoints/popup/make-signature';
import { carry } from '@/entrypoints/popup/drag-out';
import { usePictures } from '@/entrypoints/popup/use-pictures';
import { useSetting } from '@/entrypoints/popup/use-setting';
import type { Badge } from '@/utils/badge';
import { t, uiLanguage } from '@/utils/i18n';
import { gmail } from '@/utils/mail-clients/gmail';
import { signature as signatureItem } from '@/utils/settings';
import { makeCodePicture } from '@/utils/signature-layouts/code-picture';
import { hasMailPicture } from '@/utils/signature-layouts/parts';
import { layoutOf, renderSignature, toOptions } from '@/utils/signature-render';
import type { SignatureSetting } from '@/utils/signature-setting';
import { useLiveQuery } from '@/utils/use-live-query';
import { SignatureCopies } from './SignatureCopies';
import { SignatureMeter } from './SignatureMeter';
import { SignatureViews } from './SignatureViews';

interface SignatureOutputProps {
  readonly badges: readonly Badge[];
  readonly say: (message: ToastMessage | null) => void;
  /** In the studio: as other programs show it, and with what belongs into files. */
  readonly isStudio?: boolean;
}

/** A signature as it will be seen, how much of Gmail's room it takes, and the buttons that copy it. */
export function SignatureOutput(props: SignatureOutputProps) {
  const setting = useSetting(signatureItem);
  const { badges } = props;
  const id = badges.map((badge) => badge.id).join('\n');
  const types = useLiveQuery(async () => ({ id, map: await readPictureTypes(badges) }), [id]);
  if (!setting) return null;
  const mediaTypes = types.status === 'ready' ? types.value.map : new Map<string, string>();
  return <Output {...props} setting={setting} mediaTypes={mediaTypes} />;
}

function Output({
  badges,
  say,
  isStudio = false,
  setting,
  mediaTypes,
}: SignatureOutputProps & { setting: SignatureSetting; mediaTypes: ReadonlyMap<string, string> }) {
  const [view, setView] = useState<MailView>({
    client: gmail,
    isDark: false,
    isPhone: false,
    isBlocked: false,
  });
  const pictureOf = usePictures(badges);
  const layout = layoutOf(setting);
  const surroundings = { uiLanguage: uiLanguage(), mediaTypes };
  const copied = renderSignature(badges, setting, surroundings);
  if (!copied || badges.length === 0) return <p class="second">{t('signatureEmpty')}</p>;
  const inFile = layout.needsFile
    ? renderSignature(badges, setting, { ...surroundings, makeCode: makeCodePicture })
    : null;
  const pictures = new Map(
    badges.flatMap((badge) => {
      const stored = pictureOf(badge);
      return badge.imageUrl && stored ? [[badge.imageUrl, stored] as const] : [];
    }),
  );
  const options = toOptions(setting, surroundings);
  const lacking = badges.filter((badge) => badge.imageUrl && !hasMailPicture(badge, options));
  return (
    <div class="section">
      {isStudio && <SignatureViews view={view} onChange={setView} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dragging is a second way: the buttons do the same */}
      <div
        class="signature-drag"
        draggable
        onDragStart={(event) =>
          carry(event, copied, badges.length === 1 ? (badges[0]?.pageUrl ?? null) : null)
        }
      >
        <SignaturePreview html={(inFile ?? copied).html} pictures={pictures} view={view} />
      </div>
      <p class="second">{t('signatureDragHint')}</p>
      {isStudio && lacking.length > 0 && layout.uses.includes('size') && (
        <p class="second">
          {t('signatureNoPng', lacking.map(({ achievement }) => achievement.name).join(', '))}
        </p>
      )}
      {isStudio && layout.needsFile && <p class="second">{t('signatureQrNote')}</p>}
      <SignatureMeter used={copied.html.length} ownLength={isStudio ? setting.ownLength : 0} />
      <SignatureCopies
        signature={copied}
        inFile={inFile}
        badges={badges}
        isPlain={layout.isPlain ?? false}
        isStudio={isStudio}
        say={say}
      />
    </div>
  );
}
