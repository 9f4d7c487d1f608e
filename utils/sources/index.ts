import { credly } from './credly';
import { file } from './file';
import { sample } from './sample';
import type { BadgeSource } from './source';

/** In the order in which they are shown and asked. */
export const badgeSources: readonly BadgeSource[] = [credly, file, sample];
