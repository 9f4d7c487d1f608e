import { countCharacters, ready } from './count';
import { hasPage, withLink, type ShareTarget } from './share-target';

/** KakaoTalk has no address for this without an app of its own at Kakao: the words are copied, to be pasted there. */
export const kakaoTalk: ShareTarget = {
  id: 'kakaotalk',
  name: null,
  aliases: ['KakaoTalk', '카카오톡', '카톡'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) => ({ open: null, copy: withLink(text, pageUrl, '\n'), fields: [] }),
};
