import { ArrowLeft } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '@/components/IconButton';
import { Notice } from '@/components/Notice';
import { db } from '@/utils/db';
import { findEntry, type Entry } from '@/utils/entries';
import { t } from '@/utils/i18n';
import { findCandidates, inLibrary, startQueue } from '@/utils/linkedin-queue';
import { linkedInQueue } from '@/utils/settings';
import { useLiveQuery } from '@/utils/use-live-query';
import type { BadgeViewProps } from './BadgeView';
import { QueueEnd } from './QueueEnd';
import { QueueStart } from './QueueStart';
import { QueueStep } from './QueueStep';
import type { Badges } from './use-badges';
import { useSetting } from './use-setting';
import { useShortcuts } from './use-shortcuts';

export interface QueueViewProps extends Omit<BadgeViewProps, 'badge' | 'entries'> {
  readonly badges: Badges;
}

const none: readonly Entry[] = [];

/** Guided entries of a LinkedIn profile one after another: which, then each in turn, then what became of them. */
export function QueueView(props: QueueViewProps) {
  const { badges, onChange } = props;
  const area = useRef<HTMLElement>(null);
  const stored = useSetting(linkedInQueue);
  const read = useLiveQuery(() => Promise.all([db.placements.toArray(), db.places.toArray()]));
  const isReady = badges.status === 'ready' && badges.isComplete && stored !== undefined;
  const entries = badges.status === 'ready' ? badges.rows : none;
  const queue = isReady && stored ? inLibrary(stored, entries) : null;
  const badge = queue?.badges[queue.at];
  const entry = badge && findEntry(entries, badge);
  const back = () => onChange({ view: 'list' });
  useShortcuts({ Escape: () => (back(), undefined) });
  // Whoever listens hears which badge it is now, and Tab goes on from there.
  useEffect(() => area.current?.querySelector<HTMLElement>('h2')?.focus(), [isReady, badge]);
  return (
    <>
      <header class="top-bar">
        <IconButton icon={ArrowLeft} label={t('back')} shortcut="Esc" onPress={back} />
        <h1 class="bar-title">{t('queueTitle')}</h1>
      </header>
      <main ref={area} class="badge-view">
        {(badges.status === 'failed' || read.status === 'failed') && (
          <Notice tone="error">{t('error_unexpected')}</Notice>
        )}
        {isReady && queue && entry && <QueueStep key={entry.id} {...props} queue={queue} badge={entry} />}
        {isReady && queue && !entry && <QueueEnd {...props} queue={queue} entries={entries} />}
        {isReady && !queue && read.status === 'ready' && (
          <QueueStart
            candidates={findCandidates(entries, ...read.value, props.today)}
            today={props.today}
            onStart={(chosen) => void linkedInQueue.setValue(startQueue(chosen))}
          />
        )}
      </main>
    </>
  );
}
