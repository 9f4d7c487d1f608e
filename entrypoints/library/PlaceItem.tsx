import {
  Ban,
  Check,
  CircleHelp,
  Clock,
  EyeOff,
  Pencil,
  RefreshCcw,
  SearchX,
  Trash2,
  type LucideIcon,
} from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { placeName } from '@/components/place-words';
import { IconButton } from '@/components/IconButton';
import type { ToastMessage } from '@/components/Toast';
import type { Entry } from '@/utils/entries';
import { formatDay, t } from '@/utils/i18n';
import type { PlaceHealth, PlaceReport } from '@/utils/placements-health';
import { PlaceForm } from './PlaceForm';
import { canReplace, replacePlace } from './replace-place';
import { addressOfBadge } from './use-view';

const looks: Readonly<Record<PlaceHealth, readonly [LucideIcon, 'revoked' | 'expired' | 'unknown']>> = {
  revoked: [Ban, 'revoked'],
  expired: [Clock, 'expired'],
  private: [EyeOff, 'unknown'],
  unlisted: [SearchX, 'unknown'],
  unchecked: [CircleHelp, 'unknown'],
  gone: [SearchX, 'unknown'],
  renewed: [RefreshCcw, 'unknown'],
  expiring: [Clock, 'expired'],
  fine: [Check, 'unknown'],
};

interface PlaceItemProps {
  readonly report: PlaceReport;
  readonly rows: readonly Entry[];
  readonly today: string;
  readonly onForget: () => void;
  readonly say: (message: ToastMessage | null) => void;
}

/** One place: what is there, how it stands, and what to do. */
export function PlaceItem({ report, rows, today, onForget, say }: PlaceItemProps) {
  const { place, entry, health } = report;
  const [isEdited, setIsEdited] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const close = () => {
    setIsEdited(false);
    // The form is gone: whoever uses the keyboard stands where it was opened.
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('.place-head button')?.focus());
  };
  const [Icon, tone] = looks[health];
  const name = entry?.achievement.name ?? place.badgeName;
  const where = placeName(place);
  return (
    <li ref={item} class="card place" data-health={health}>
      <div class="place-head">
        <div class="place-words">
          <h2 dir="auto">{entry ? <a href={addressOfBadge(entry.id)}>{name}</a> : name}</h2>
          <p class="second">
            <bdi>{where}</bdi> · {t('placeSinceDay', formatDay(place.placedOn))}
          </p>
        </div>
        <IconButton
          icon={Pencil}
          label={t('placeEdit', name, where)}
          onPress={() => (isEdited ? close() : setIsEdited(true))}
        />
        <IconButton icon={Trash2} label={t('placeForget', name, where)} onPress={onForget} />
      </div>
      <p class="place-state">
        <span class={`chip ${tone}`}>
          <Icon size={12} />
          {t(`placeHealth_${health}`)}
        </span>
        {health === 'expiring' && entry?.expiresOn && (
          <span class="second">{t('placeUntil', formatDay(entry.expiresOn))}</span>
        )}
      </p>
      <Remedy report={report} say={say} />
      {isEdited && <PlaceForm {...{ rows, today, place }} onDone={close} onCancel={close} />}
    </li>
  );
}

/** What helps, with the way there. */
function Remedy({ report, say }: Pick<PlaceItemProps, 'report' | 'say'>) {
  const { remedy, newer, entry, place } = report;
  if (!remedy) return report.health === 'gone' ? <p class="second">{t('placeRemedy_gone')}</p> : null;
  const words = remedy.replaceAll('-', '_');
  const inStudio = remedy === 'replace-in-studio' || remedy === 'remove-in-studio';
  const page = remedy === 'publish' || remedy === 'look' || remedy === 'renew' ? entry?.pageUrl : null;
  return (
    <>
      <p>{t(`placeRemedy_${words}` as 'placeRemedy_look')}</p>
      <div class="row-of-buttons">
        {entry && newer && canReplace(place, newer) && (
          <button
            type="button"
            class="button"
            onClick={() =>
              void replacePlace(place, entry, newer, say).catch(() => say({ text: t('copyFailed') }))
            }
          >
            <RefreshCcw size={16} />
            {t(place.kind === 'signature' ? 'placeReplaceInSignature' : 'placeReplaceSnippet')}
          </button>
        )}
        {inStudio && !newer && (
          <a class="button" href="#signature">
            {t('placeOpenStudio')}
          </a>
        )}
        {newer && (
          <a class="button" href={addressOfBadge(newer.id)}>
            {t('placeOpenNewer')}
          </a>
        )}
        {page && (
          <a class="button" href={page} target="_blank" rel="noopener noreferrer">
            {t('placeOpenPage')}
          </a>
        )}
        {place.url && (
          <a class="button" href={place.url} target="_blank" rel="noopener noreferrer">
            {t('placeOpenPlace')}
          </a>
        )}
      </div>
    </>
  );
}
