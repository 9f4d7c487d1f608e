import { byClass } from '../surface';
import type { Webmail } from './webmail';

/** Nextcloud Mail 5, on any host. Its program is public: CKEditor 5 (facts on pages, 2.2); never recorded. */
export const nextcloud: Webmail = {
  id: 'nextcloud',
  name: 'Nextcloud Mail',
  evidence: 'reported',
  matches: [],
  signs: byClass('.editor-wrapper .ck-editor__editable', 'iframe.message-frame'),
  compose: {
    candidates: byClass('.ck-editor__editable[contenteditable="true"]'),
    within: byClass('.editor-wrapper'),
  },
  signature: {
    candidates: byClass(
      '.ck-editor__editable[contenteditable="true"]',
      '.signature-editor-wrapper__editor [contenteditable="true"]',
    ),
    within: byClass('.signature-editor-wrapper__editor', '.signature-editor-wrapper'),
  },
  message: [],
  messageFrames: byClass('iframe.message-frame'),
};
