import { Check, ListOrdered } from 'lucide-preact';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { linkedInQueue } from '@/utils/settings';
import type { BadgeViewProps } from './BadgeView';
import { GuidedFields } from './GuidedFields';
import { OpenQueue } from './OpenQueue';
import { useSetting } from './use-setting';

/** The guided entry of a LinkedIn profile, and the way to many of them. */
export function GuidedView(props: BadgeViewProps) {
  const queue = useSetting(linkedInQueue);
  return (
    <>
      <GuidedFields {...props} />
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={() => void noteAdded(props)}>
          <Check size={16} />
          {t('guidedAdded')}
        </button>
      </div>
      {props.surface === 'library' ? (
        <OpenQueue />
      ) : (
        <div class="row-of-buttons">
          <button type="button" class="button" onClick={() => props.onChange({ view: 'queue' })}>
            <ListOrdered size={16} />
            {t(queue ? 'queueResume' : 'queueOpen')}
          </button>
        </div>
      )}
    </>
  );
}

/** By the user's word: what stands on the profile is not ours to look at. */
async function noteAdded({ badge, say }: BadgeViewProps): Promise<void> {
  await send('noteUse', { badgeIds: [badge.id], kind: 'linkedin', label: '' }).then(
    () => say({ text: t('placeKept') }),
    () => say({ text: t('error_unexpected') }),
  );
}
