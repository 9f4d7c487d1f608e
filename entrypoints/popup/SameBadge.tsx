import { db, type MergeChoiceRow } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { findCandidates, type Candidate } from '@/utils/entry-candidates';
import { formatDay, t } from '@/utils/i18n';
import { useLiveQuery } from '@/utils/use-live-query';
import type { Choose } from './Proofs';

interface SameBadgeProps {
  readonly badge: Entry;
  readonly entries: readonly Entry[];
  readonly onChoose: Choose;
}

const noChoices: readonly MergeChoiceRow[] = [];

/** Badges that may be the same one: too unsure for a rule, or kept apart by the user. */
export function SameBadge({ badge, entries, onChoose }: SameBadgeProps) {
  const read = useLiveQuery(() => db.mergeChoices.toArray());
  const choices = read.status === 'ready' ? read.value : noChoices;
  const candidates = findCandidates(badge, entries, choices);
  if (candidates.length === 0) return null;
  const join = ({ entry, keptApart }: Candidate) => {
    // Every word that keeps them apart goes first: one that is left would be stronger.
    const apart = choices.filter((choice) => choice.choice === 'apart' && isAbout(choice, badge, entry));
    if (keptApart)
      return onChoose(
        apart.map(({ ids }) => ids),
        null,
        t('mergeTogetherDone', entry.achievement.name),
      );
    return onChoose([[badge.id, entry.id]], 'together', t('mergeTogetherDone', entry.achievement.name));
  };
  return (
    <ul class="proofs">
      {candidates.map((candidate) => (
        <li key={candidate.entry.id} class="proof">
          <p>
            {t(
              candidate.keptApart ? 'mergeKeptApart' : 'mergeMaybeSame',
              candidate.entry.achievement.name,
              formatDay(candidate.entry.issuedOn),
            )}
          </p>
          <div class="row-of-buttons">
            <button type="button" class="button" onClick={() => void join(candidate)}>
              {t('mergeTogether')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function isAbout({ ids }: MergeChoiceRow, one: Entry, other: Entry): boolean {
  const all = new Set([...one.proofs, ...other.proofs].map(({ id }) => id));
  return ids.every((id) => all.has(id));
}
