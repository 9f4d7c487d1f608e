import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { BadgeImage } from '@/components/BadgeImage';
import { IconButton } from '@/components/IconButton';
import { usePictures } from '@/entrypoints/popup/use-pictures';
import { withMoved, withRemoved, type CollectionRow } from '@/utils/collections';
import type { Entry } from '@/utils/entries';
import { formatNumber, t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { addressOfBadge } from './use-view';

interface SetBadgesProps {
  readonly set: CollectionRow;
  /** The whole library. */
  readonly rows: readonly Entry[];
  /** Those of the set, in its order. */
  readonly badges: readonly Entry[];
}

/** The badges of a set: moved by dragging, or by buttons that say what they did. */
export function SetBadges({ set, rows, badges }: SetBadgesProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const pictureOf = usePictures(badges);
  const move = (from: number, to: number) => {
    const badge = badges[from];
    if (!badge || to < 0 || to >= badges.length || from === to) return;
    void send('keepCollection', { collection: withMoved(set, rows, from, to) });
    setSaid(t('setMoved', badge.achievement.name, formatNumber(to + 1), formatNumber(badges.length)));
  };
  const remove = (badge: Entry) => {
    void send('keepCollection', { collection: withRemoved(set, badge) });
    setSaid(t('setRemoved', badge.achievement.name));
  };
  return (
    <>
      <ol class="set-badges">
        {badges.map((badge, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a second way: the buttons do the same
          <li
            key={badge.id}
            draggable
            class={over === index ? 'over' : ''}
            onDragStart={(event) => {
              event.dataTransfer?.setData('text/plain', badge.achievement.name);
              setDragged(index);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, index);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
          >
            <GripVertical size={16} aria-hidden="true" />
            <BadgeImage url={pictureOf(badge)} name={badge.achievement.name} size={32} />
            <a href={addressOfBadge(badge.id)} draggable={false}>
              <bdi>{badge.achievement.name}</bdi>
            </a>
            <IconButton
              icon={ArrowUp}
              label={t('setUp', badge.achievement.name)}
              disabled={index === 0}
              onPress={() => move(index, index - 1)}
            />
            <IconButton
              icon={ArrowDown}
              label={t('setDown', badge.achievement.name)}
              disabled={index === badges.length - 1}
              onPress={() => move(index, index + 1)}
            />
            <IconButton
              icon={X}
              label={t('setRemove', badge.achievement.name)}
              onPress={() => remove(badge)}
            />
          </li>
        ))}
      </ol>
      <output class="unseen">{said}</output>
    </>
  );
}
