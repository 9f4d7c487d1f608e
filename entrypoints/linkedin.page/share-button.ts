import { linkedIn } from '@/utils/pages/linkedin';
import { observe } from '@/utils/pages/observe';
import type { PageFeature } from '@/utils/pages/page-feature';
import { withPageUi } from '@/utils/pages/page-ui';

/** A pin where a post is written. */
export function shareButton(root: AbortSignal): PageFeature {
  const { shareEditor: selector, shadowHosts } = linkedIn;
  return {
    id: 'share-button',
    when: () => true,
    start: (signal) =>
      observe(document, { selector, shadowHosts }, signal, (element, own) =>
        withPageUi(own, (ui) => ui.mountSharePin(element, own, root)),
      ),
  };
}
