import { useRef } from 'preact/hooks';
import { BadgeHead } from '@/components/BadgeHead';
import type { Entry } from '@/utils/entries';
import { formatNumber, t } from '@/utils/i18n';
import type { LinkedInQueue } from '@/utils/linkedin-queue';
import { GuidedFields } from './GuidedFields';
import { markAdded, markSkipped, stepBack, stopQueue } from './queue-steps';
import type { QueueViewProps } from './QueueView';
import { usePictures } from './use-pictures';
import { useShortcuts } from './use-shortcuts';

interface QueueStepProps extends QueueViewProps {
  readonly queue: LinkedInQueue;
  readonly badge: Entry;
}

/** One badge of the queue: the form's fields, and on to the next. */
export function QueueStep(props: QueueStepProps) {
  const { queue, badge, today, say } = props;
  const pictureOf = usePictures([badge]);
  const [position, count] = [queue.at + 1, queue.badges.length];
  // One step for each badge: a key that is held down must not mark it twice.
  const isBusy = useRef(false);
  const work = (doing: () => Promise<unknown>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    void doing().catch(() => {
      isBusy.current = false;
      say({ text: t('error_unexpected') });
    });
  };
  const added = () => work(() => markAdded(queue, badge));
  const skipped = () => work(() => markSkipped(queue));
  useShortcuts({ KeyN: () => (added(), undefined), KeyX: () => (skipped(), undefined) });
  const onStop = () =>
    work(() =>
      stopQueue(queue).then((onUndo) =>
        say({ text: t('queueStopped'), onUndo: () => (say(null), void onUndo()) }),
      ),
    );
  return (
    <>
      <div class="queue-progress">
        <output>{t('queueStep', formatNumber(position), formatNumber(count))}</output>
        <div class="progress" aria-hidden="true">
          <span style={{ width: `${(queue.at / count) * 100}%` }} />
        </div>
      </div>
      <BadgeHead badge={badge} picture={pictureOf(badge)} today={today} />
      <GuidedFields {...props} badge={badge} isMain={false} />
      <div class="queue-foot">
        <button type="button" class="button main" aria-keyshortcuts="n" onClick={added}>
          {t(position === count ? 'queueAddedLast' : 'queueAdded')}
          <kbd class="kbd" aria-hidden="true">
            N
          </kbd>
        </button>
        <button type="button" class="button" aria-keyshortcuts="x" onClick={skipped}>
          {t('queueSkip')}
          <kbd class="kbd" aria-hidden="true">
            X
          </kbd>
        </button>
        {queue.at > 0 && (
          <button type="button" class="button quiet" onClick={() => work(() => stepBack(queue))}>
            {t('queuePrevious')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onStop}>
          {t('queueStop')}
        </button>
      </div>
    </>
  );
}
