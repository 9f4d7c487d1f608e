import { byClass } from '../surface';
import type { Webmail } from './webmail';

/** Zoho Mail, in its data centres. Reported in scripts of others (facts on pages, 2.2); never recorded. */
export const zoho: Webmail = {
  id: 'zoho',
  name: 'Zoho Mail',
  evidence: 'reported',
  matches: ['https://mail.zoho.com/*', 'https://mail.zoho.eu/*', 'https://mail.zoho.in/*'],
  signs: byClass('iframe.ze_area', '.zmMailContent'),
  compose: { candidates: byClass('iframe.ze_area'), within: byClass('.SCm') },
  message: byClass('.zmMailContent'),
};
