import { accredible } from './accredible';
import { badgeConnect } from './badge-connect';
import { canvas } from './canvas';
import { certifier } from './certifier';
import { coursera } from './coursera';
import { credly } from './credly';
import { edx } from './edx';
import { file } from './file';
import { googleSkills } from './google-skills';
import { microsoftLearn } from './microsoft-learn';
import { moodle } from './moodle';
import { openBadgeFactory } from './open-badge-factory';
import { openBadgesApi } from './open-badges-api';
import { oracle } from './oracle';
import { sample } from './sample';
import { sertifier } from './sertifier';
import { skilljar } from './skilljar';
import type { BadgeSource } from './source';
import { trailhead } from './trailhead';

/** In the order in which they are shown and asked. */
export const badgeSources: readonly BadgeSource[] = [
  credly,
  microsoftLearn,
  canvas,
  accredible,
  openBadgeFactory,
  moodle,
  googleSkills,
  trailhead,
  certifier,
  sertifier,
  coursera,
  edx,
  skilljar,
  oracle,
  badgeConnect,
  openBadgesApi,
  file,
  sample,
];
