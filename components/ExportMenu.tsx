import { Copy, Download } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Badge } from '@/utils/badge';
import type { Export } from '@/utils/exports/export';
import { exports } from '@/utils/exports/index';
import { t, tMaybe, tn } from '@/utils/i18n';
import { IconButton } from './IconButton';
import './export-menu.css';

interface ExportMenuProps {
  readonly badges: readonly Badge[];
  readonly onCopy: (item: Export) => void;
  readonly onSave: (item: Export) => void;
  /** More lines of the list. */
  readonly children?: ComponentChildren;
}

/** What the badges can be copied or saved as, folded until it is wanted. */
export function ExportMenu(props: ExportMenuProps) {
  // What each format can carry is asked only when somebody looks: it may be ten thousand badges.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="fold export-menu" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('exportTitle')}</summary>
      {isOpen && (
        <ul>
          {exports.map((item) => (
            <Format key={item.id} {...props} item={item} />
          ))}
          {props.children}
        </ul>
      )}
    </details>
  );
}

/** One format: what for, what to know first, and whom it leaves out. Nothing to press where it leaves out all. */
function Format({ item, badges, onCopy, onSave }: ExportMenuProps & { item: Export }) {
  const name = exportName(item);
  const leftOut = badges.filter((badge) => !item.accepts(badge));
  const isUsable = leftOut.length < badges.length;
  const warning = tMaybe(`exportWarning_${item.id}`);
  return (
    <li>
      <div class="words">
        <strong>{name}</strong>
        <small>{tMaybe(`exportHint_${item.id}`)}</small>
        {isUsable && warning && <small class="warning">{warning}</small>}
        {leftOut.length > 0 && (
          <small>
            {leftOutWords(leftOut)} {tMaybe(`exportNeeds_${item.id}`)}
          </small>
        )}
      </div>
      {isUsable && (
        <div class="buttons">
          <IconButton icon={Copy} label={t('exportCopy', name)} onPress={() => onCopy(item)} />
          <IconButton icon={Download} label={t('exportSave', name)} onPress={() => onSave(item)} />
        </div>
      )}
    </li>
  );
}

/** The format's name in the user's language. */
export function exportName(item: Export): string {
  return tMaybe(`export_${item.id}`) ?? item.id;
}

/** By name as long as it can be read at a glance. */
function leftOutWords(badges: readonly Badge[]): string {
  const [first] = badges;
  return badges.length === 1 && first
    ? t('exportLeavesOutOne', first.achievement.name)
    : tn('exportLeavesOut', badges.length);
}
