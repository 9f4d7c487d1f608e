import type { LucideIcon } from 'lucide-preact';

interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Name for those who hear it, and the tooltip of those who see it. */
  readonly label: string;
  readonly onPress: () => void;
  readonly tabIndex?: number;
  readonly disabled?: boolean;
  /** A letter that does the same from the keyboard. */
  readonly shortcut?: string;
}

/** A square button with a picture for a word. */
export function IconButton({ icon: Icon, label, onPress, tabIndex, disabled, shortcut }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${label} (${shortcut})` : label}
      tabIndex={tabIndex}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon size={16} />
    </button>
  );
}
