import { ListOrdered } from 'lucide-preact';
import { t } from '@/utils/i18n';
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
