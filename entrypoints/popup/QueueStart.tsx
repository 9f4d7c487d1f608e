import { useState } from 'preact/hooks';
import { stateOf } from '@/components/badge-state';
import { BadgeState } from '@/components/BadgeState';
import type { BadgeId } from '@/utils/badge';
import type { Entry } from '@/utils/entries';
import { formatDay, t, tn } from '@/utils/i18n';
import type { QueueCandidates } from '@/utils/linkedin-queue';

interface QueueStartProps {
  readonly candidates: QueueCandidates;
  readonly today: string;
  readonly onStart: (chosen: readonly Entry[]) => void;
}

/** Which badges are to be added; expired ones only if the user wants them. */
export function QueueStart({ candidates, today, onStart }: QueueStartProps) {
  const { good, expired, onProfile } = candidates;
  const [withExpired, setWithExpired] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<BadgeId>>(new Set());
  const offered = withExpired ? [...good, ...expired].toSorted(byDay) : good;
  const chosen = offered.filter(({ id }) => !left.has(id));
  const choose = (id: BadgeId, isIn: boolean) =>
    setLeft((before) => new Set(isIn ? [...before].filter((other) => other !== id) : [...before, id]));
  return (
    <>
      <h2 tabIndex={-1} class="unseen">
        {t('queueChoose')}
      </h2>
      <p>{t('queueIntro')}</p>
      {offered.length === 0 && <p class="second">{t('queueNone')}</p>}
      <div class="queue-offer">
        {onProfile > 0 && <p class="second">{tn('queueOnProfile', onProfile)}</p>}
        {expired.length > 0 && (
          <label class="queue-line">
            <input
              type="checkbox"
              checked={withExpired}
              onChange={(event) => setWithExpired(event.currentTarget.checked)}
            />
            <span>{tn('queueExpired', expired.length)}</span>
          </label>
        )}
      </div>
      {offered.length > 0 && (
        <>
          <div class="queue-all">
            <button
              type="button"
              class="button quiet"
              onClick={() => setLeft(new Set(chosen.length > 0 ? offered.map(({ id }) => id) : []))}
            >
              {t(chosen.length > 0 ? 'queueChooseNone' : 'queueChooseAll')}
            </button>
          </div>
          <ol class="queue-list" aria-label={t('queueChoose')}>
            {offered.map((entry) => (
              <li key={entry.id}>
                <label class="queue-line">
                  <input
                    type="checkbox"
                    checked={!left.has(entry.id)}
                    onChange={(event) => choose(entry.id, event.currentTarget.checked)}
                  />
                  <span class="queue-words">
                    <bdi>{entry.achievement.name}</bdi>
                    <span class="second">
                      {formatDay(entry.issuedOn, 'month')} · <bdi>{entry.issuer.name}</bdi>
                    </span>
                  </span>
                  <BadgeState state={stateOf(entry, today)} />
                </label>
              </li>
            ))}
          </ol>
          <div class="queue-foot">
            <button
              type="button"
              class="button main"
              disabled={chosen.length === 0}
              onClick={() => onStart(chosen)}
            >
              {tn('queueStart', chosen.length)}
            </button>
          </div>
        </>
      )}
    </>
  );
}

function byDay(one: Entry, other: Entry): number {
  return one.issuedOn < other.issuedOn ? -1 : one.issuedOn > other.issuedOn ? 1 : 0;
}
