import type { Badge } from '../badge';

/** A rendered file; what is copied is its `body`. */
export interface ExportedFile {
  readonly mediaType: string;
  readonly fileName: string;
  readonly body: string;
}

/** What badges can be copied or saved as. */
export interface Export {
  /** `export_<id>` in `_locales` names it. */
  readonly id: string;
  /** Badges that the format cannot carry are left out; a file without any is empty. */
  render(badges: readonly Badge[]): ExportedFile;
}
