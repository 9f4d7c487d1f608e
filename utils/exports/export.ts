import type { Badge } from '../badge';

/** A rendered file; what is copied is its `body`, unless it has a plain twin. */
export interface ExportedFile {
  readonly mediaType: string;
  readonly fileName: string;
  readonly body: string;
  /** For HTML that is pasted as it looks, not as source: the same as plain text. */
  readonly plain?: string;
}

/** What a format may need beside the badges. */
export interface ExportOptions {
  readonly language: 'en' | 'ko';
  /** When it is made: some formats carry it. */
  readonly now: Date;
}

/** What badges can be copied or saved as. */
export interface Export {
  /** `export_<id>` in `_locales` names it, `exportHint_<id>` says what for, `exportWarning_<id>` what to know first. */
  readonly id: string;
  /** False for badges that the format cannot carry; `exportLeftOut_<id>` says why. */
  accepts(badge: Badge): boolean;
  /** Badges that the format cannot carry are left out; a file without any is empty, or as good as. */
  render(badges: readonly Badge[], options: ExportOptions): ExportedFile;
}
