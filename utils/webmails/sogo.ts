import { byClass, hook, role, structure } from '../surface';
import type { Webmail } from './webmail';

/** SOGo 5.12, on any host. Its program is public: CKEditor 5 in an element of its own (facts on pages, 2.2); never recorded. */
export const sogo: Webmail = {
  id: 'sogo',
  name: 'SOGo',
  evidence: 'reported',
  matches: [],
  signs: [...hook('sg-ckeditor'), ...byClass('.mailer_htmlcontent')],
  compose: {
    candidates: [
      ...role('sg-ckeditor [role="textbox"][contenteditable="true"]'),
      ...byClass('.ck-editor__editable[contenteditable="true"]'),
    ],
    within: [...role('[role="dialog"]'), ...structure('md-dialog', 'form')],
  },
  message: byClass('.mailer_htmlcontent'),
};
