import type { ShareTarget } from './share-target';

/** The address of the badge's page, as the issuer shows it. */
export const copyLink: ShareTarget = {
  id: 'copy-link',
  name: null,
  aliases: ['URL', '주소', '링크', 'link'],
  text: null,
  accepts: (badge) => badge.pageUrl !== null,
  share: (badge) => ({ open: null, copy: badge.pageUrl, fields: [] }),
};
