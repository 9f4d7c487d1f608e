import {
  Archive,
  Ban,
  Clock,
  EyeOff,
  Hourglass,
  Link,
  RefreshCcw,
  SearchX,
  type LucideIcon,
} from 'lucide-preact';
import { t } from '@/utils/i18n';
import type { ListedState } from './badge-state';

interface Look {
  readonly Icon: LucideIcon;
  readonly tone: 'revoked' | 'expired' | 'unknown';
  readonly words: () => string;
}

const looks: Readonly<Record<Exclude<ListedState, 'good'>, Look>> = {
  revoked: { Icon: Ban, tone: 'revoked', words: () => t('stateRevoked') },
  expired: { Icon: Clock, tone: 'expired', words: () => t('stateExpired') },
  renewed: { Icon: RefreshCcw, tone: 'unknown', words: () => t('stateRenewed') },
  pending: { Icon: Hourglass, tone: 'unknown', words: () => t('statePending') },
  private: { Icon: EyeOff, tone: 'unknown', words: () => t('statePrivate') },
  retired: { Icon: Archive, tone: 'unknown', words: () => t('stateRetired') },
  'link-only': { Icon: Link, tone: 'unknown', words: () => t('stateLinkOnly') },
  missing: { Icon: SearchX, tone: 'unknown', words: () => t('stateMissing') },
};

/** The word for a state; empty for a badge that is plainly good. */
export function stateWords(state: ListedState): string {
  return state === 'good' ? '' : looks[state].words();
}

/** Colour, icon and word for a badge that is not plainly good; nothing otherwise. */
export function BadgeState({ state }: { state: ListedState }) {
  if (state === 'good') return null;
  const { Icon, tone, words } = looks[state];
  return (
    <span class={`chip ${tone}`}>
      <Icon size={12} />
      {words()}
    </span>
  );
}
