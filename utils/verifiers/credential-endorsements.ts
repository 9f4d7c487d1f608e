import type { OpenBadgeCredential } from '../open-badges/v3';
import { fieldsOf, idOf, listOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { findTokenClaims } from './token-claims';
import type { Subject } from './verifier';

/** Endorsements that a credential carries. */
export interface Endorsements {
  /** Those that are about this credential; they are verified for themselves. */
  readonly subjects: readonly Subject[];
  /** Told when some are about something else. */
  readonly checks: readonly Check[];
}

/** Endorsements on one credential; more are not looked at. */
const maxEndorsements = 10;

/**
 * Endorsements of the credential, its achievement and its issuer, as JSON or as JWT (Open Badges 3.0,
 * "Endorsement"). One that names something else as its subject is somebody's word for that, not for this badge.
 */
export function findEndorsements({ json, id, achievement, issuer }: OpenBadgeCredential): Endorsements {
  const achievementId = idOf(achievement);
  const found = [
    ...findIn(json, [id, achievementId]),
    ...findIn(achievement, [achievementId]),
    ...findIn(issuer.fields, [issuer.id]),
  ].slice(0, maxEndorsements);
  const foreign = found.filter(({ isOwn }) => !isOwn).map(({ about }) => about ?? 'nothing');
  return {
    subjects: found.flatMap(({ isOwn, subject }) => (isOwn ? [subject] : [])),
    checks: foreign.length > 0 ? [check('endorsements', 'fail', `about ${foreign.join(', ')}`)] : [],
  };
}

interface Found {
  readonly subject: Subject;
  /** The id that it endorses. */
  readonly about: string | null;
  readonly isOwn: boolean;
}

function findIn(holder: Fields | null, ids: readonly (string | null)[]): Found[] {
  const from = { container: 'text', url: null } as const;
  const isOwn = (about: string | null) => about !== null && ids.includes(about);
  const asJson = listOf(holder?.['endorsement']).map((json) => {
    const about = aboutOf(json);
    return {
      subject: { kind: 'json', json, text: JSON.stringify(json), from },
      about,
      isOwn: isOwn(about),
    } as const;
  });
  const asToken = textsOf(holder?.['endorsementJwt']).map((token) => {
    const about = aboutOf(findTokenClaims(token) ?? {});
    return { subject: { kind: 'jws', token, from }, about, isOwn: isOwn(about) } as const;
  });
  return [...asJson, ...asToken];
}

function aboutOf(endorsement: Fields): string | null {
  return idOf(listOf(endorsement['credentialSubject'])[0] ?? fieldsOf(endorsement['credentialSubject']));
}
