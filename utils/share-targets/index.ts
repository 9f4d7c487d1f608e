import { copyLink } from './copy-link';
import { email } from './email';
import { facebook } from './facebook';
import { linkedInPost } from './linkedin-post';
import { linkedInPostText } from './linkedin-post-text';
import { linkedInProfile } from './linkedin-profile';
import type { ShareTarget } from './share-target';
import { x } from './x';

/** In the order in which they are shown. The first four are the large ones. */
export const shareTargets: readonly ShareTarget[] = [
  linkedInPost,
  linkedInProfile,
  copyLink,
  email,
  linkedInPostText,
  x,
  facebook,
];
