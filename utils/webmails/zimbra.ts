import { byClass, role } from '../surface';
import type { Webmail } from './webmail';

/** Zimbra, on any host: TinyMCE in a frame with a class of Zimbra's (facts on pages, 2.2); never recorded. */
export const zimbra: Webmail = {
  id: 'zimbra',
  name: 'Zimbra',
  evidence: 'reported',
  matches: [],
  signs: byClass('iframe.ZmHtmlEditorIFrame'),
  compose: {
    candidates: byClass('iframe.ZmHtmlEditorIFrame'),
    within: [...role('[role="application"]'), ...byClass('.tox-tinymce', '.mce-tinymce')],
  },
  message: [],
};
