import type { Webmail } from './webmail';

/**
 * Gmail. Classes are Google's own and have been the same since at least 2020; roles come first because labels are
 * translated (facts on pages, section 1). Recorded, never seen live.
 */
export const gmail: Webmail = {
  id: 'gmail',
  name: 'Gmail',
  evidence: 'recorded',
  matches: ['https://mail.google.com/*'],
  isDocument: (document) => document.querySelector('.aeJ, .nH, [gh="cm"], input[name="subjectbox"]') !== null,
  compose: [
    // A window at the lower edge, or full screen.
    'div[role="dialog"]:has(input[name="subjectbox"])',
    // Every kind of compose has it, the reply below a mail and the pop-out window too, which have no dialog.
    'div.M9',
    '.aoI',
  ],
  composeEditor: [
    'div[role="textbox"][contenteditable="true"][aria-multiline="true"]',
    '[g_editable="true"]',
    // Plain-text mode. The hidden field `ishtml` says 0 in both modes, so what is shown decides.
    'textarea[form="nosend"]',
  ],
  // Read in scripts of others, never recorded. The vacation answer has the same shape: the user picks by where they press.
  signatureEditor: ['div[role="textbox"][contenteditable="true"]'],
  isSettings: ({ hash }) => hash.startsWith('#settings'),
  message: ['.adn.ads .a3s', '.ii.gt .a3s', '.a3s'],
  // The recipients have the attribute, too, but not this class.
  sender: [{ selector: 'span.gD[email]', holds: 'email' }],
};
