import type { ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  readonly isBusy?: boolean;
  readonly isOpen?: boolean | undefined;
  readonly onPress: () => void;
  /** What it opened. */
  readonly children?: ComponentChildren;
}

/** Our pin at the edge of a field in which the user writes. Pressing it does not take the focus out of that field. */
export function PagePin({ label, isBusy = false, isOpen, onPress, children }: Props) {
  return (
    <>
      <button
        type="button"
        class="pin"
        title={label}
        aria-label={label}
        aria-busy={isBusy}
        aria-expanded={isOpen}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        <LapelPin />
      </button>
      {children}
    </>
  );
}

/** The mark of the product: a disc on a short pin, in one weight. */
function LapelPin() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle cx="10" cy="8" r="3.5" />
      <path d="M10 11.5v4.5" />
    </svg>
  );
}
