import { findEntry, type Entry } from '@/utils/entries';
import { t, tn } from '@/utils/i18n';
import { ofSkipped, type LinkedInQueue } from '@/utils/linkedin-queue';
import { linkedInQueue } from '@/utils/settings';
import { stepBack } from './queue-steps';
import type { QueueViewProps } from './QueueView';

interface QueueEndProps extends QueueViewProps {
  readonly queue: LinkedInQueue;
  readonly entries: readonly Entry[];
}

/** What became of each badge of the queue. */
export function QueueEnd({ queue, entries, onChange }: QueueEndProps) {
  const skipped = ofSkipped(queue);
  const namesOf = (outcome: 'added' | 'skipped') =>
    queue.steps.flatMap((step) => {
      const entry = step.outcome === outcome && findEntry(entries, step.badgeId);
      return entry ? [entry.achievement.name] : [];
    });
  const close = () => {
    void linkedInQueue.setValue(null);
    onChange({ view: 'list' });
  };
  return (
    <>
      <h2 tabIndex={-1}>{t('queueEnd')}</h2>
      <Names outcome="added" names={namesOf('added')} />
      <Names outcome="skipped" names={namesOf('skipped')} />
      <p class="second">{t('queueEndHint')}</p>
      <div class="queue-foot">
        <button type="button" class="button main" onClick={close}>
          {t('queueClose')}
        </button>
        {skipped && (
          <button type="button" class="button" onClick={() => void linkedInQueue.setValue(skipped)}>
            {t('queueAgain')}
          </button>
        )}
        {queue.steps.length > 0 && (
          <button type="button" class="button quiet" onClick={() => void stepBack(queue)}>
            {t('queuePrevious')}
          </button>
        )}
      </div>
    </>
  );
}

function Names({ outcome, names }: { outcome: 'added' | 'skipped'; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section class="section">
      <h3>{tn(outcome === 'added' ? 'queueAddedCount' : 'queueSkippedCount', names.length)}</h3>
      <ul class="list">
        {names.map((name, index) => (
          <li key={`${index} ${name}`}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
