import { useState } from 'preact/hooks';
import { accountName } from '@/components/account-name';
import { ErrorNotice } from '@/components/ErrorNotice';
import { ProofLine } from '@/components/ProofLine';
import type { ToastMessage } from '@/components/Toast';
import type { BadgeId } from '@/utils/badge';
import { db, type AccountRow, type BadgeRow } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { otherIds } from '@/utils/entry-candidates';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';
import { useLiveQuery } from '@/utils/use-live-query';
import { SameBadge } from './SameBadge';

interface ProofsProps {
  readonly badge: Entry;
  /** The whole library, to find what may be the same badge. */
  readonly entries: readonly Entry[];
  readonly today: string;
  readonly say: (message: ToastMessage | null) => void;
}

const noAccounts: readonly AccountRow[] = [];

/** Everything that proves a badge, why it was taken for one badge, and the user's word on that. */
export function Proofs({ badge, entries, today, say }: ProofsProps) {
  const read = useLiveQuery(() => db.accounts.toArray());
  const accounts = read.status === 'ready' ? read.value : noAccounts;
  const [error, setError] = useState<ErrorRecord | null>(null);
  const choose: Choose = async (pairs, choice, words) => {
    setError(null);
    try {
      for (const ids of pairs) await send('chooseMerge', { ids, choice });
      const onUndo = () => {
        say(null);
        for (const ids of pairs) void send('chooseMerge', { ids, choice: null });
      };
      say({ text: words, onUndo });
    } catch (cause) {
      setError(toAppError(cause).toRecord());
    }
  };
  const apart = ({ id, achievement }: BadgeRow) => {
    const pairs = otherIds(badge, id).map((other) => [id, other] as const);
    return () => void choose(pairs, 'apart', t('mergeApartDone', achievement.name));
  };
  const { proofs, joins } = badge;
  return (
    <section class="section">
      <h3>{t('mergeTitle')}</h3>
      {proofs.length > 1 && <p class="second">{tn('mergeCount', proofs.length)}</p>}
      <ul class="proofs">
        {proofs.map((proof) => {
          const account = accounts.find(({ id }) => id === proof.accountId);
          const sourceName = badgeSources.find(({ id }) => id === proof.sourceId)?.name ?? proof.sourceId;
          return (
            <ProofLine
              key={`${proof.accountId} ${proof.id}`}
              proof={proof}
              from={account ? accountName(account) : sourceName}
              sourceName={sourceName}
              today={today}
              listedOn={account?.syncedAt ?? null}
              join={proof === proofs[0] ? undefined : joins.find(({ ids }) => ids.includes(proof.id))}
              onApart={otherIds(badge, proof.id).length > 0 && proof !== proofs[0] ? apart(proof) : null}
            />
          );
        })}
      </ul>
      <SameBadge badge={badge} entries={entries} onChoose={choose} />
      {error && <ErrorNotice error={error} hasKept={false} />}
    </section>
  );
}

/** Notes the user's word on some pairs and says so, with an undo. */
export type Choose = (
  pairs: readonly (readonly [BadgeId, BadgeId])[],
  choice: 'together' | 'apart' | null,
  words: string,
) => Promise<void>;
