import { CircleQuestionMark, UserRoundCheck, Users } from 'lucide-preact';
import { tMaybe } from '@/utils/i18n';
import type { HolderMatch } from '@/utils/holder';

const icons = { yes: UserRoundCheck, no: Users, unknown: CircleQuestionMark };

/** Whether the badge belongs to whom the page shows: the sender by the recipient's identity, a profile by its name. */
export function HolderLine({ holder: { as, match, isStated } }: { readonly holder: HolderMatch }) {
  const Icon = icons[match];
  const word = match === 'unknown' && !isStated ? 'not_stated' : match;
  return (
    <ul class="axes">
      <li class={`match-${match}`}>
        <Icon size={16} aria-hidden="true" />
        <span>{tMaybe(`holder_${as}_${word}`)}</span>
      </li>
    </ul>
  );
}
