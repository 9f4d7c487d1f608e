import { countCharacters, ready } from './count';
import { hasPage, linkBeside, type ShareTarget } from './share-target';

/** The operating system's own share sheet (Web Share API): not on every computer, and not in Firefox on any. */
export const shareSheet: ShareTarget = {
  id: 'share-sheet',
  name: null,
  aliases: ['공유', 'share'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share({ pageUrl }, { title, text }) {
    const url = linkBeside(text, pageUrl) ?? '';
    return { open: null, copy: null, fields: [], sheet: { title, text: text.trim(), url } };
  },
};
