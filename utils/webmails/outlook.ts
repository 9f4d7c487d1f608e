import { byClass, hook, role } from '../surface';
import type { Webmail } from './webmail';

/**
 * Outlook on the web. Its classes are hashed anew with every release; ids and roles last (facts on pages, 2.1). On
 * addresses of companies it is the same program: the user names those.
 */
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
  hasOwnHosts: true,
  signs: [
    ...hook('[id^="editorParent_"]', '[data-app-section]', '#ReadingPaneContainerId'),
    ...hook('script[src*="/owamail/"]', 'meta[content*="owamail"]', 'link[href*="cdn.office.net"]'),
  ],
  compose: {
    candidates: [
      // The fields To and Cc are not multi-line.
      ...role('[role="textbox"][contenteditable="true"][aria-multiline="true"]'),
      // A descendant, not a child: older builds have one more element between.
      ...hook('[id^="editorParent_"] [role="textbox"][contenteditable="true"]'),
    ],
    within: hook(
      '[id^="editorParent_"]',
      '[data-app-section="MailReadCompose"]',
      '[id^="docking_InitVisiblePart_"]',
      '[id^="docking_DockingTriggerPart_"]',
    ),
  },
  message: [
    ...role(
      '#ReadingPaneContainerId [role="document"]',
      '#ConversationReadingPaneContainer [role="document"]',
    ),
    ...hook('[id^="UniqueMessageBody"]'),
    ...byClass('.allowTextSelection'),
  ],
  // "Name<address>", with an id beside the subject's `MSG_…_SUBJECT`. Read in scripts of others, never recorded by us; a
  // contact is shown by name alone, and then nothing is offered.
  sender: [{ selector: '[id$="_FROM"]', holds: 'text' }],
};
