import type { ToastMessage } from '@/components/Toast';
import type { Badge } from '@/utils/badge';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import type { PlaceKind } from '@/utils/placements-kept';
import { rememberPlaces } from '@/utils/settings';

/** Where badges were just put by one of our buttons. */
export interface Use {
  readonly badges: readonly Badge[];
  readonly kind: PlaceKind;
  /** Words for the place; empty for those of its kind. */
  readonly label: string;
}

/** Notes the place where the user wants that by itself. Returns whether it did. */
export async function noteIfWanted(use: Use): Promise<boolean> {
  if (!(await rememberPlaces.getValue())) return false;
  return note(use).then(
    () => true,
    // Sharing goes on: the note is offered instead.
    () => false,
  );
}

/** Says what was done, and that the place is noted, or offers to note it. */
export function sayUsed(
  say: (message: ToastMessage) => void,
  text: string,
  use: Use,
  isNoted: boolean,
): void {
  if (isNoted) return say({ text: `${text} ${t('placeNoted')}` });
  const onNote = () =>
    void note(use).then(
      () => say({ text: t('placeKept') }),
      () => say({ text: t('error_unexpected') }),
    );
  say({ text, onNote });
}

async function note({ badges, kind, label }: Use): Promise<void> {
  await send('noteUse', { badgeIds: badges.map(({ id }) => id), kind, label });
}
