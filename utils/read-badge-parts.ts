import type { Badge } from './badge';
import type { NamedImage } from './read-badge-fields';

/** What a document says of a badge, before it has a name in the library. */
export interface ReadFields {
  readonly fields: Omit<Badge, 'id' | 'sourceId' | 'accountId'>;
  readonly image: NamedImage;
  /** False where a part of it lies elsewhere and could not be had. */
  readonly isWhole: boolean;
}
