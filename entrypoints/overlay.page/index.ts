import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showElsewhere } from '@/utils/pages/elsewhere';
import { whenInDoubt } from '@/utils/pages/layer';
import { offerPageUi } from '@/utils/pages/page-ui';
import { mountBadgeMark } from './badge-mark';
import { mountClaim } from './claim-button';
import { mountSharePin } from './share-pin';
import { mountSignaturePin } from './signature-pin';

/** What is drawn into pages. Brought in by the background when a page's script has found where. */
export default defineUnlistedScript(() => {
  whenInDoubt(showElsewhere);
  offerPageUi({ mountBadgeMark, mountClaim, mountSharePin, mountSignaturePin });
});
