import {
  AtSign,
  IdCard,
  Image as ImageIcon,
  Link,
  Mail,
  MailPlus,
  Megaphone,
  MessageCircle,
  QrCode as QrIcon,
  Send,
  Share2,
  Signature,
  type LucideIcon,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { BadgeRow } from '@/utils/db';
import { t } from '@/utils/i18n';
import { MorePlaces } from './MorePlaces';
import { canTake, firstPlaces, hasPanel, type Place } from './share-places';
import { ShareWarning } from './ShareWarning';
import './share.css';

export interface ShareMenuProps {
  readonly badge: BadgeRow;
  readonly today: string;
  readonly places: readonly Place[];
  /** Ids of the places that the user wants first; null for ours. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (ids: readonly string[] | null) => void;
  /** The place whose panel is open below the first four. */
  readonly open: string | null;
  readonly onPlace: (place: Place) => void;
  /** Null where there is no page beside us that could hold a mail. */
  readonly onInsert: (() => void) | null;
  /** Opens the workshop of the share image. */
  readonly onImage: () => void;
  /** The panel of the open place. */
  readonly children?: ComponentChildren;
}

const icons: Readonly<Record<string, LucideIcon>> = {
  'linkedin-post': Megaphone,
  'linkedin-profile': IdCard,
  'copy-link': Link,
  email: Mail,
  gmail: Mail,
  qr: QrIcon,
  signature: Signature,
  'share-sheet': Share2,
  kakaotalk: MessageCircle,
  line: MessageCircle,
  whatsapp: MessageCircle,
  slack: MessageCircle,
  teams: MessageCircle,
  mastodon: AtSign,
  bluesky: AtSign,
  threads: AtSign,
  x: AtSign,
};

/** The places where a badge goes: four at once, the rest behind a search. */
export function ShareMenu(props: ShareMenuProps) {
  const { badge, places, chosen, open, onPlace, onInsert, onImage, children } = props;
  const first = firstPlaces(places, chosen);
  return (
    <>
      <ShareWarning badge={badge} today={props.today} />
      <div class="share-main">
        {first.map((place, index) => (
          <LargeButton
            key={place.id}
            place={place}
            isMain={index === 0}
            isOpen={hasPanel(place) ? open === place.id : null}
            disabled={!canTake(place, badge)}
            onPress={() => onPlace(place)}
          />
        ))}
      </div>
      {onInsert && (
        <button type="button" class="button" onClick={onInsert}>
          <MailPlus size={16} />
          {t('insertIntoMail')}
        </button>
      )}
      <button type="button" class="button" onClick={onImage}>
        <ImageIcon size={16} />
        {t('cardOpen')}
      </button>
      {children}
      <MorePlaces {...props} first={first} />
    </>
  );
}

interface LargeButtonProps {
  readonly place: Place;
  readonly isMain: boolean;
  /** Null for what opens no panel. */
  readonly isOpen: boolean | null;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function LargeButton({ place, isMain, isOpen, disabled, onPress }: LargeButtonProps) {
  const Icon = icons[place.id] ?? Send;
  return (
    <button
      type="button"
      class={isMain && !disabled ? 'share-large main' : 'share-large'}
      aria-expanded={isOpen ?? undefined}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon size={20} />
      <strong>{place.name}</strong>
      {place.hint && <small>{place.hint}</small>}
    </button>
  );
}
