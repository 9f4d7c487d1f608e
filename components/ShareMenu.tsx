import { IdCard, Link, Mail, MailPlus, Megaphone, Send, Signature, type LucideIcon } from 'lucide-preact';
import type { BadgeRow } from '@/utils/db';
import { t, tMaybe } from '@/utils/i18n';
import { isWholeTranscript } from '@/utils/sources/microsoft-learn-addresses';
import { shareTargets } from '@/utils/share-targets/index';
import type { ShareTarget } from '@/utils/share-targets/share-target';
import { stateOf } from './badge-state';
import { Notice } from './Notice';
import { ShareText } from './ShareText';
import { targetName } from './words';

export interface ShareMenuProps {
  readonly badge: BadgeRow;
  readonly today: string;
  /** The user's own words for this badge; undefined while they are ours. */
  readonly ownText: string | undefined;
  readonly onText: (text: string) => void;
  readonly onShare: (target: ShareTarget) => void;
  readonly onSignature: () => void;
  /** Null where there is no page beside us that could hold a mail. */
  readonly onInsert: (() => void) | null;
}

const icons: Readonly<Record<string, LucideIcon>> = {
  'linkedin-post': Megaphone,
  'linkedin-profile': IdCard,
  'copy-link': Link,
  email: Mail,
};
/** The first of the registry are large, with a line on what will appear; the signature stands among them. */
const largeCount = 3;

/** The places where a badge goes. */
export function ShareMenu(props: ShareMenuProps) {
  const { badge, onShare, onSignature, onInsert } = props;
  return (
    <>
      <ShareWarning badge={badge} today={props.today} />
      <div class="share-main">
        {shareTargets.slice(0, largeCount).map((target, index) => (
          <LargeButton
            key={target.id}
            icon={icons[target.id] ?? Send}
            label={targetName(target)}
            hint={tMaybe(`shareHint_${target.id}`) ?? ''}
            isMain={index === 0}
            disabled={!target.accepts(badge)}
            onPress={() => onShare(target)}
          />
        ))}
        <LargeButton
          icon={Signature}
          label={t('shareSignature')}
          hint={t('shareHint_signature')}
          onPress={onSignature}
        />
      </div>
      {onInsert && (
        <button type="button" class="button" onClick={onInsert}>
          <MailPlus size={16} />
          {t('insertIntoMail')}
        </button>
      )}
      <ShareText {...props} targets={shareTargets.slice(largeCount)} />
    </>
  );
}

/** Says beforehand what those who open the link would find. */
function ShareWarning({ badge, today }: { badge: BadgeRow; today: string }) {
  const state = badge.pageUrl === null ? 'nopage' : stateOf(badge, today);
  const words = tMaybe(`shareWarning_${state}`);
  const isWhole = badge.pageUrl !== null && isWholeTranscript(new URL(badge.pageUrl));
  return (
    <>
      {words && <Notice tone="warn">{words}</Notice>}
      {isWhole && <Notice tone="warn">{t('shareWarning_transcript')}</Notice>}
    </>
  );
}

interface LargeButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly hint: string;
  readonly isMain?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

function LargeButton({ icon: Icon, label, hint, isMain, disabled, onPress }: LargeButtonProps) {
  const isProminent = isMain && !disabled;
  return (
    <button
      type="button"
      class={isProminent ? 'share-large main' : 'share-large'}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon size={20} />
      <strong>{label}</strong>
      <small>{hint}</small>
    </button>
  );
}
