import { band } from './band';
import { bluesky } from './bluesky';
import { copyLink } from './copy-link';
import { email } from './email';
import { facebook } from './facebook';
import { gmail } from './gmail';
import { hackerNews } from './hacker-news';
import { hatena } from './hatena';
import { kakaoTalk } from './kakaotalk';
import { line } from './line';
import { linkedInPost } from './linkedin-post';
import { linkedInPostText } from './linkedin-post-text';
import { linkedInProfile } from './linkedin-profile';
import { mastodon } from './mastodon';
import { naver } from './naver';
import { pinterest } from './pinterest';
import { reddit } from './reddit';
import { shareSheet } from './share-sheet';
import type { ShareTarget } from './share-target';
import { slack } from './slack';
import { teams } from './teams';
import { telegram } from './telegram';
import { threads } from './threads';
import { tumblr } from './tumblr';
import { vk } from './vk';
import { weibo } from './weibo';
import { whatsApp } from './whatsapp';
import { x } from './x';
import { xing } from './xing';

/** In the order in which they are shown to somebody who has chosen none. */
export const shareTargets: readonly ShareTarget[] = [
  linkedInPost,
  linkedInProfile,
  copyLink,
  linkedInPostText,
  email,
  gmail,
  x,
  facebook,
  threads,
  kakaoTalk,
  naver,
  band,
  line,
  teams,
  slack,
  bluesky,
  mastodon,
  whatsApp,
  telegram,
  reddit,
  xing,
  pinterest,
  tumblr,
  weibo,
  vk,
  hatena,
  shareSheet,
  hackerNews,
];
