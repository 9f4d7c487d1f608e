import { linkedIn } from '@/utils/pages/linkedin';
import { observe } from '@/utils/pages/observe';
import type { PageFeature } from '@/utils/pages/page-feature';
import { withPageUi } from '@/utils/pages/page-ui';
import { isAgreed, selectorOf } from '@/utils/surface';

/** A pin where a post is written. */
export function shareButton(root: AbortSignal): PageFeature {
  const { share, shadowHosts } = linkedIn;
  const selector = selectorOf(share.candidates);
  return {
    id: 'share-button',
    when: () => true,
    start: (signal) =>
      observe(document, { selector, shadowHosts }, signal, (element, own) => {
        if (!isAgreed(element, share, new URL(location.href))) return;
        withPageUi(own, (ui) => ui.mountSharePin(element, own, root));
      }),
  };
}
