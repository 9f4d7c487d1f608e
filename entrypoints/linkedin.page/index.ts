import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runOnSite } from '@/entrypoints/webmail.page/run-on-site';
import { profileNotes } from './profile-notes';
import { shareButton } from './share-button';
import { verificationOverlay } from './verification-overlay';

/** On LinkedIn, once the user has switched it on. Registered at run time by the background. */
export default defineUnlistedScript(() =>
  runOnSite('linkedin', (_, root) => [shareButton(root), verificationOverlay(root), profileNotes()]),
);
