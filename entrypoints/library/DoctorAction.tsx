import { ExternalLink } from 'lucide-preact';
import { stepCounts, type Action, type StepsId } from '@/utils/doctor/actions';
import type { Knowledge } from '@/utils/doctor/knowledge';
import { safeUrl, type WebUrl } from '@/utils/html';
import { tMaybe } from '@/utils/i18n';
import { send } from '@/utils/messages';

interface Props {
  readonly action: Action;
  readonly knowledge: Knowledge;
  readonly isMain: boolean;
  readonly onRefreshed: () => void;
}

/** What one can do: here, at the service, or on a way that is walked step by step. */
export function DoctorAction({ action, knowledge, isMain, onRefreshed }: Props) {
  const words = tMaybe(`doctorDo_${action.id}`);
  const look = isMain ? 'button main' : 'button';
  if (action.kind === 'steps') return <Steps id={action.steps} />;
  if (action.kind === 'view') {
    return (
      <a class={look} href={`#${action.view}`}>
        {words}
      </a>
    );
  }
  if (action.kind === 'open' || action.kind === 'own-page') {
    const url = action.kind === 'open' ? action.url : ownPage(action, knowledge);
    return url === null ? null : (
      <a class={look} href={url} target="_blank" rel="noopener noreferrer">
        {words}
        <ExternalLink size={16} />
      </a>
    );
  }
  const refresh = () => void send('syncAccounts', {}).then(onRefreshed);
  return (
    <button type="button" class={look} onClick={refresh}>
      {words}
    </button>
  );
}

function ownPage(
  { sourceId, url }: Extract<Action, { kind: 'own-page' }>,
  { accounts }: Knowledge,
): WebUrl | null {
  const account = accounts.find((candidate) => candidate.sourceId === sourceId);
  return account ? safeUrl(url(account.handle)) : null;
}

/** A way through somebody else's menus: told, because their pages have no address that one could be sent to. */
export function Steps({ id }: { id: StepsId }) {
  return (
    <details class="doctor-steps">
      <summary class="button">{tMaybe(`doctorDo_${id}`)}</summary>
      <ol>
        {Array.from({ length: stepCounts[id] }, (_, index) => (
          <li key={index}>{tMaybe(`doctorStep_${id}_${index + 1}`)}</li>
        ))}
      </ol>
    </details>
  );
}
