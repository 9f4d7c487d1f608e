import {
  Ban,
  CirclePause,
  CircleQuestionMark,
  Clock,
  FileX,
  Hourglass,
  Shield,
  ShieldCheck,
  ShieldOff,
  ShieldQuestionMark,
  SquareDashed,
  TriangleAlert,
  Users,
  type LucideIcon,
} from 'lucide-preact';
import { tMaybe } from '@/utils/i18n';
import type { Headline } from './headline';

/** What a mark can say: what stands above the report, that nobody was asked yet, or that the answer is on its way. */
export type MarkState = Headline | 'unchecked' | 'checking';

/** Each state has an icon of its own, so that the colour is never alone. Grey ones are no failures. */
const icons: Readonly<Record<MarkState, LucideIcon>> = {
  valid: ShieldCheck,
  expired: Clock,
  revoked: Ban,
  tampered: ShieldOff,
  invalid: ShieldOff,
  'not-yet-valid': Hourglass,
  unverifiable: CircleQuestionMark,
  picture: SquareDashed,
  suspended: CirclePause,
  'not-yours': Users,
  'look-alike': TriangleAlert,
  'self-asserted': ShieldQuestionMark,
  'no-badge': FileX,
  unchecked: Shield,
  checking: Shield,
};

/** The word for a state: "Valid", "Could not check". */
export function markWord(state: MarkState): string {
  return tMaybe(`verdict_${state}`) ?? state;
}

/** One small mark: an icon with its colour; the word is its text for those who do not see it, or stands beside it. */
export function VerificationMark({ state, withWord = false }: { state: MarkState; withWord?: boolean }) {
  const Icon = icons[state];
  return (
    <span class={`verification-mark ${state}`}>
      <Icon size={16} aria-hidden="true" />
      <span class={withWord ? undefined : 'unseen'}>{markWord(state)}</span>
    </span>
  );
}
