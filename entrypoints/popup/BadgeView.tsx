import { ArrowLeft, Info } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { BadgeDetail } from '@/components/BadgeDetail';
import { BadgeHead } from '@/components/BadgeHead';
import { IconButton } from '@/components/IconButton';
import type { ToastMessage } from '@/components/Toast';
import type { BadgeId } from '@/utils/badge';
import type { Entry } from '@/utils/entries';
import { t } from '@/utils/i18n';
import type { PopupDraft } from '@/utils/settings';
import type { Surface } from './App';
import { BadgeSets } from './BadgeSets';
import { BadgePlaces } from './BadgePlaces';
import { Checks } from './Checks';
import { Exports } from './Exports';
import { GuidedView } from './GuidedView';
import { LaterCard } from './LaterCard';
import { PictureActions } from './PictureActions';
import { Placement } from './Placement';
import { Proofs } from './Proofs';
import { RelatedBadges } from './RelatedBadges';
import { RemoveBadge } from './RemoveBadge';
import { ShareView } from './ShareView';
import type { Actions } from './use-actions';
import type { ChangeDraft } from './use-draft';
import { usePictures } from './use-pictures';
import { useShortcuts } from './use-shortcuts';

export interface BadgeViewProps {
  readonly surface: Surface;
  readonly badge: Entry;
  /** The whole library, as far as it is read. */
  readonly entries: readonly Entry[];
  readonly today: string;
  readonly draft: PopupDraft;
  readonly onChange: ChangeDraft;
  readonly onFlush: () => Promise<void>;
  readonly actions: Actions;
  readonly say: (message: ToastMessage | null) => void;
}

const titles = {
  share: 'shareBadge',
  detail: 'details',
  guided: 'share_linkedin_profile',
  image: 'cardTitle',
} as const;

type OfBadge = keyof typeof titles;

function isOfBadge(view: PopupDraft['view']): view is OfBadge {
  return view in titles;
}

/** One badge over the list: its share sheet, its details, or the guided entry. */
export function BadgeView(props: BadgeViewProps) {
  const { badge, today, draft, onChange, actions } = props;
  const view = isOfBadge(draft.view) ? draft.view : 'share';
  const area = useRef<HTMLElement>(null);
  // In the library it stands beside the page's own main part.
  const Area = props.surface === 'library' ? 'section' : 'main';
  const pictureOf = usePictures([badge]);
  // Where a view over the badge was opened from; after a restart that is the share sheet.
  const before = useRef<'share' | 'detail'>('share');
  if (view === 'share' || view === 'detail') before.current = view;
  const back = () => onChange({ view: view === 'share' || view === 'detail' ? 'list' : before.current });
  // Whoever listens hears the badge's name, and Tab goes on from there.
  useEffect(() => area.current?.querySelector<HTMLElement>('h2')?.focus(), [view]);
  useShortcuts({
    Escape: () => (back(), undefined),
    KeyC: () => (actions.quick('copy-link', badge), undefined),
    KeyS: () => (actions.quick('signature', badge), undefined),
    KeyD: () => (onChange({ view: 'detail' }), undefined),
  });
  return (
    <>
      <header class="top-bar">
        <IconButton icon={ArrowLeft} label={t('back')} shortcut="Esc" onPress={back} />
        <h1 class="bar-title">{t(titles[view])}</h1>
        {view === 'detail' ? (
          <button type="button" class="button main" onClick={() => onChange({ view: 'share' })}>
            {t('shareBadge')}
          </button>
        ) : (
          <IconButton
            icon={Info}
            label={t('details')}
            shortcut="D"
            onPress={() => onChange({ view: 'detail' })}
          />
        )}
      </header>
      <Area ref={area} class="badge-view slide">
        {view === 'image' ? (
          <h2 tabIndex={-1} class="unseen">
            {badge.achievement.name}
          </h2>
        ) : (
          <BadgeHead badge={badge} picture={pictureOf(badge)} today={today} />
        )}
        {view === 'share' && <ShareView {...props} />}
        {view === 'detail' && <Detail {...props} />}
        {view === 'guided' && <GuidedView {...props} />}
        {view === 'image' && <LaterCard {...props} />}
      </Area>
    </>
  );
}

/** All that is known of the badge. */
function Detail({ badge, entries, today, onChange, say }: BadgeViewProps) {
  const onOpen = (openBadge: BadgeId) => onChange({ openBadge, view: 'detail', copiedFields: [] });
  return (
    <>
      <Placement id={badge.id} />
      <BadgePlaces badge={badge} entries={entries} today={today} />
      <BadgeDetail badge={badge} checks={<Checks badge={badge} />} />
      <Proofs badge={badge} entries={entries} today={today} say={say} />
      <RelatedBadges badge={badge} entries={entries} onOpen={onOpen} />
      <PictureActions badge={badge} say={say} onImage={() => onChange({ view: 'image' })} />
      <BadgeSets badges={[badge]} title={t('setsOfBadge')} />
      <Exports badges={[badge]} say={say} />
      <RemoveBadge badge={badge} say={say} />
    </>
  );
}
