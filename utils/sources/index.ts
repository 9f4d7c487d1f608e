import { badgeConnect } from './badge-connect';
import { credly } from './credly';
import { file } from './file';
import { googleSkills } from './google-skills';
import { openBadgesApi } from './open-badges-api';
import { sample } from './sample';
import type { BadgeSource } from './source';
import { trailhead } from './trailhead';

/** In the order in which they are shown and asked. */
export const badgeSources: readonly BadgeSource[] = [
  credly,
  googleSkills,
  trailhead,
  badgeConnect,
  openBadgesApi,
  file,
  sample,
];
