import { ArrowDown, ArrowUp, X } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { BadgeImage } from '@/components/BadgeImage';
import { IconButton } from '@/components/IconButton';
import { usePictures } from '@/entrypoints/popup/use-pictures';
import type { Badge, BadgeId } from '@/utils/badge';
import { t } from '@/utils/i18n';

interface SignatureListProps {
  readonly badges: readonly Badge[];
  /** The new order; words where something was taken away and can be brought back. */
  readonly onChange: (badgeIds: readonly BadgeId[], words: string | null) => void;
}

/** The badges of the signature in their order. Everything is a button, so it works without dragging. */
export function SignatureList({ badges, onChange }: SignatureListProps) {
  const pictureOf = usePictures(badges);
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<string | null>(null);
  const ids = badges.map(({ id }) => id);
  useLayoutEffect(() => {
    // The button moves with its badge; the focus goes along.
    if (follow.current) list.current?.querySelector<HTMLElement>(follow.current)?.focus();
    follow.current = null;
  });
  const move = (index: number, step: 1 | -1) => {
    const id = ids[index];
    const other = ids[index + step];
    if (!id || !other) return;
    const isAtEnd = step === 1 ? index + 1 === ids.length - 1 : index === 1;
    follow.current = `[data-id="${CSS.escape(id)}"] button:nth-of-type(${(step === 1) === isAtEnd ? 1 : 2})`;
    onChange(ids.with(index, other).with(index + step, id), null);
  };
  return (
    <ol ref={list} class="rows">
      {badges.map((badge, index) => (
        <li key={badge.id} data-id={badge.id} class="row-line">
          <BadgeImage url={pictureOf(badge)} name={badge.achievement.name} size={40} />
          <span class="badge-words">
            <span class="badge-name">
              <bdi>{badge.achievement.name}</bdi>
            </span>
            <span class="badge-line">
              <bdi>{badge.issuer.name}</bdi>
            </span>
          </span>
          <IconButton
            icon={ArrowUp}
            label={t('moveUp', badge.achievement.name)}
            disabled={index === 0}
            onPress={() => move(index, -1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('moveDown', badge.achievement.name)}
            disabled={index === badges.length - 1}
            onPress={() => move(index, 1)}
          />
          <IconButton
            icon={X}
            label={t('removeFromSignature', badge.achievement.name)}
            disabled={badges.length === 1}
            onPress={() =>
              onChange(ids.toSpliced(index, 1), t('removedFromSignature', badge.achievement.name))
            }
          />
        </li>
      ))}
    </ol>
  );
}
