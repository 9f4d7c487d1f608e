import * as v from 'valibot';
import { badgeId, type Account, type Badge, type BadgeState } from '../badge';
import { safeUrl } from '../html';
import { knownAs } from './known-as';
import {
  achievementId,
  learnHost,
  microsoftLearnAddresses,
  parseLearnAddress,
} from './microsoft-learn-addresses';
import {
  appliedSkillIcon,
  certificationIcon,
  certificationLevel,
  renewableFrom,
} from './microsoft-learn-icons';
import { achievementEntrySchema, type AchievementEntry } from './microsoft-learn-profile';
import { viewerUrl } from './microsoft-learn-share';
import { entrySchema, type TranscriptEntry } from './microsoft-learn-transcript';

/** What was earned, in Microsoft's own words. */
const types = {
  certification: 'Certification',
  'applied-skill': 'Applied Skills',
  qualification: 'Qualification',
} as const;

/** One entry of a transcript or a profile as a badge, or null when it is neither. */
export function toBadge(raw: unknown, account: Account): Badge | null {
  const entry = v.safeParse(entrySchema, raw);
  if (entry.success) return toTranscriptBadge(entry.output, account);
  const achievement = v.safeParse(achievementEntrySchema, raw);
  return achievement.success ? toAchievementBadge(achievement.output, account) : null;
}

function toTranscriptBadge(entry: TranscriptEntry, account: Account): Badge {
  const { kind, id, name, earnedOn, expiresOn } = entry;
  const isSkill = kind === 'applied-skill';
  return {
    ...frame(account, earnedOn),
    id: badgeId(account.sourceId, id ? recordId(entry, id) : `${kind}:${earnedOn} ${name.toLowerCase()}`),
    achievement: {
      name,
      description: '',
      criteria: [],
      skills: [],
      type: types[kind],
      level: certificationLevel(name),
      url: null,
    },
    expiresOn,
    state: toState(entry),
    pageUrl: (isSkill && id ? skillPage(account, id) : null) ?? account.url,
    imageUrl: isSkill ? appliedSkillIcon : certificationIcon(name),
    credentialId: id,
    knownAs: id ? knownAs(isSkill ? `${microsoftLearnAddresses.id}:${id}` : `microsoft#${id}`) : [],
    renewableFrom: entry.isHistorical ? null : renewableFrom(name, expiresOn),
  };
}

function recordId({ kind }: TranscriptEntry, id: string): string {
  // The id of a credential is that of its share page, so that both are seen to be one record.
  return kind === 'applied-skill' ? id.toLowerCase() : id;
}

/** A page of its own; certifications have none in a transcript, so the transcript is their proof. */
function skillPage({ url }: Account, id: string) {
  const address = url ? parseLearnAddress(new URL(url)) : null;
  return address ? viewerUrl({ ...address, kind: 'credential', id, sharingId: null }) : null;
}

/** A retired certification stays earned; whatever word is new says nothing. */
function toState({ status, isHistorical }: TranscriptEntry): BadgeState {
  const word = status?.toLowerCase();
  if (word === 'expired' || word === 'retired' || word === 'revoked') return word;
  return isHistorical ? 'unknown' : 'public';
}

function toAchievementBadge(entry: AchievementEntry, account: Account): Badge {
  const { kind, id, name, earnedOn, image, about } = entry;
  return {
    ...frame(account, earnedOn),
    id: badgeId(account.sourceId, achievementId(id)),
    achievement: {
      name,
      description: '',
      criteria: [],
      skills: [],
      type: kind === 'trophy' ? 'Trophy' : 'Badge',
      level: null,
      url: safeUrl(about),
    },
    pageUrl: account.url,
    imageUrl: safeUrl(image),
    knownAs: knownAs(`${account.sourceId}:${achievementId(id)}`),
  };
}

function frame(account: Account, issuedOn: string) {
  return {
    sourceId: account.sourceId,
    accountId: account.id,
    issuer: { id: null, name: 'Microsoft', url: safeUrl(`https://${learnHost}/`) },
    // The transcript has a legal name; it is dropped where it is read.
    recipientName: null,
    issuedOn,
    expiresOn: null,
    evidence: [],
    state: 'public' as const,
    credentialId: null,
    basis: 'record' as const,
    renewableFrom: null,
  };
}
