import {
  CircleQuestionMark,
  Globe,
  Landmark,
  TriangleAlert,
  UserRoundCheck,
  Users,
  type LucideIcon,
} from 'lucide-preact';
import { tMaybe } from '@/utils/i18n';
import type { RecipientMatch, TrustLevel, Verification } from '@/utils/verification';
import { isolate, readableEvidence } from './evidence';

const trustIcons: Readonly<Record<TrustLevel, LucideIcon>> = {
  platform: Landmark,
  registry: Landmark,
  domain: Globe,
  'self-asserted': CircleQuestionMark,
  'look-alike': TriangleAlert,
};

const matchIcons: Readonly<Record<Exclude<RecipientMatch['match'], 'not-asked'>, LucideIcon>> = {
  yes: UserRoundCheck,
  no: Users,
  unknown: CircleQuestionMark,
};

interface AxesProps {
  readonly verification: Verification;
  readonly isFull: boolean;
}

/** Who issued the badge, and whose it is: both apart from whether it is right. */
export function Axes({ verification: { badge, issuerTrust, recipient }, isFull }: AxesProps) {
  // Of a badge that could not be read nobody knows whose it is, and that says nothing of the badge.
  const match = recipient.match === 'unknown' && !badge ? 'not-asked' : recipient.match;
  if (!issuerTrust && match === 'not-asked') return null;
  return (
    <ul class="axes">
      {issuerTrust && (
        <Axis
          icon={trustIcons[issuerTrust.level]}
          kind={issuerTrust.level}
          words={tMaybe(`trust_${issuerTrust.level}`, isolate(issuerTrust.name))}
          detail={isFull ? issuerTrust.detail : ''}
        />
      )}
      {match !== 'not-asked' && (
        <Axis
          icon={matchIcons[match]}
          kind={`match-${match}`}
          words={tMaybe(`recipient_${match}`)}
          detail={isFull ? recipient.detail : ''}
        />
      )}
    </ul>
  );
}

interface AxisProps {
  readonly icon: LucideIcon;
  readonly kind: string;
  readonly words: string | null;
  readonly detail: string;
}

function Axis({ icon: Icon, kind, words, detail }: AxisProps) {
  return (
    <li class={kind}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {words}
        {detail && (
          <bdi class="detail" title={detail}>
            {readableEvidence(detail)}
          </bdi>
        )}
      </span>
    </li>
  );
}
