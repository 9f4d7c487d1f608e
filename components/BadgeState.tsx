import { Ban, Clock, EyeOff, Hourglass, SearchX } from 'lucide-preact';
import { t } from '@/utils/i18n';
import type { ListedState } from './badge-state';

const looks = {
  revoked: { Icon: Ban, tone: 'revoked', words: () => t('stateRevoked') },
  expired: { Icon: Clock, tone: 'expired', words: () => t('stateExpired') },
  pending: { Icon: Hourglass, tone: 'unknown', words: () => t('statePending') },
  private: { Icon: EyeOff, tone: 'unknown', words: () => t('statePrivate') },
  missing: { Icon: SearchX, tone: 'unknown', words: () => t('stateMissing') },
} as const;

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
