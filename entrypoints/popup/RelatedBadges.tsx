import type { BadgeId } from '@/utils/badge';
import { findEntry, type Entry, type Related } from '@/utils/entries';
import { formatDay, t } from '@/utils/i18n';

interface RelatedBadgesProps {
  readonly badge: Entry;
  readonly entries: readonly Entry[];
  readonly onOpen: (id: BadgeId) => void;
}

const kinds: readonly Related['kind'][] = ['renewed-by', 'renewal-of', 'other-level'];

/** Other awards of the same achievement: renewals and levels, each a badge of its own. */
export function RelatedBadges({ badge, entries, onOpen }: RelatedBadgesProps) {
  const links = kinds.flatMap((kind) =>
    badge.related.filter((link) => link.kind === kind).flatMap(({ id }) => toLink(id, kind, entries)),
  );
  if (links.length === 0) return null;
  return (
    <section class="section">
      <h3>{t('mergeRelated')}</h3>
      <ul class="list">
        {links.map(({ entry, kind }) => (
          <li key={`${kind} ${entry.id}`}>
            <span class="second">{kindWords[kind]()}</span>{' '}
            <button type="button" class="button quiet" onClick={() => onOpen(entry.id)}>
              <bdi>{entry.achievement.name}</bdi> · {formatDay(entry.issuedOn, 'month')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const kindWords: Readonly<Record<Related['kind'], () => string>> = {
  'renewed-by': () => t('mergeRenewedBy'),
  'renewal-of': () => t('mergeRenewalOf'),
  'other-level': () => t('mergeOtherLevel'),
};

function toLink(id: BadgeId, kind: Related['kind'], entries: readonly Entry[]) {
  const entry = findEntry(entries, id);
  return entry ? [{ entry, kind }] : [];
}
