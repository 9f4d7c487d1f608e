import type { Webmail } from './webmail';

/**
 * SnappyMail 2.38, on any host: the user names the address. Its editor is Squire; both fields are in the page from the
 * beginning, and what is not shown gets no pin (facts on pages, 2.2: recorded, and measured in the real program).
 */
export const snappymail: Webmail = {
  id: 'snappymail',
  name: 'SnappyMail',
  evidence: 'recorded',
  matches: [],
  isDocument: (document) => document.querySelector('#V-PopupsCompose, #rl-app, .b-text-part') !== null,
  compose: ['#V-PopupsCompose'],
  composeEditor: [
    '#V-PopupsCompose .squire-wysiwyg[contenteditable="true"]',
    '#V-PopupsCompose textarea.squire-plain',
  ],
  signatureEditor: [
    '#V-PopupsIdentity .squire-wysiwyg[contenteditable="true"]',
    '#V-PopupsIdentity textarea.squire-plain',
  ],
  message: ['.bodyText .b-text-part', '.b-text-part'],
};
