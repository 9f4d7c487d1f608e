import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { webmails } from '@/utils/webmails/index';
import { claimMail } from './claim-mail';
import { runOnSite } from './run-on-site';
import { signatureButton } from './signature-button';
import { verificationOverlay } from './verification-overlay';

/** In every webmail that the user has switched on. Registered at run time by the background, for all frames. */
export default defineUnlistedScript(() =>
  runOnSite('webmail', (siteId, root) => {
    const webmail = webmails.find(({ id }) => id === siteId);
    return webmail
      ? [signatureButton(webmail, root), verificationOverlay(webmail, root), claimMail(webmail, root)]
      : [];
  }),
);
