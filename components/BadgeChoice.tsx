import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { useKeys } from './use-keys';

/** A badge as the list shows it. */
export interface ChoosableBadge {
  readonly id: string;
  readonly name: string;
  readonly issuerName: string;
}

interface Props<Item extends ChoosableBadge> {
  readonly badges: readonly Item[];
  readonly onChoose: (badge: Item) => void;
  readonly onClose: () => void;
}

/** A short list to choose one badge from. Arrow keys move, Enter chooses, Esc closes. */
export function BadgeChoice<Item extends ChoosableBadge>({ badges, onChoose, onClose }: Props<Item>) {
  const card = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => (card.current?.querySelector('button') ?? card.current)?.focus(), []);
  useKeys(card, (event) => {
    if (event.key === 'Escape') return onClose();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(card.current?.querySelectorAll('button') ?? [])];
    const root = card.current?.getRootNode() as Document | ShadowRoot;
    const next = buttons.findIndex((button) => button === root.activeElement) + step;
    buttons.at(next % buttons.length)?.focus();
  });
  return (
    <dialog ref={card} class="report choice" open aria-label={t('chooseBadge')} tabIndex={-1}>
      <p class="choice-title">{t('chooseBadge')}</p>
      {badges.length === 0 && <p>{t('noBadgeWithPage')}</p>}
      <ul>
        {badges.map((badge) => (
          <li key={badge.id}>
            <button type="button" onClick={() => onChoose(badge)}>
              <span class="choice-name">{badge.name}</span>
              <span class="choice-issuer">{badge.issuerName}</span>
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
