import type { Webmail } from './webmail';

/** Outlook on the web. Its classes are hashed anew with every release; ids and roles last (facts on pages, 2.1). */
export const outlook: Webmail = {
  id: 'outlook',
  name: 'Outlook',
  evidence: 'recorded',
  matches: [
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  isDocument: (document) =>
    document.querySelector('[id^="editorParent_"], [data-app-section], #ReadingPaneContainerId') !== null,
  compose: [
    '[id^="editorParent_"]',
    '[data-app-section="MailReadCompose"]',
    '[id^="docking_InitVisiblePart_"]',
    '[id^="docking_DockingTriggerPart_"]',
  ],
  // A descendant, not a child: older builds have one more element between. The fields To and Cc are not multi-line.
  composeEditor: [
    '[id^="editorParent_"] [role="textbox"][contenteditable="true"]',
    '[role="textbox"][contenteditable="true"][aria-multiline="true"]',
  ],
  message: [
    '#ReadingPaneContainerId [role="document"]',
    '#ConversationReadingPaneContainer [role="document"]',
    '[id^="UniqueMessageBody"]',
    '.allowTextSelection',
  ],
  // "Name<address>", with an id beside the subject's `MSG_…_SUBJECT`. Read in scripts of others, never recorded by us; a
  // contact is shown by name alone, and then nothing is offered.
  sender: [{ selector: '[id$="_FROM"]', holds: 'text' }],
};
