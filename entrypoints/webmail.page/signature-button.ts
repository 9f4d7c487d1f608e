import { observe } from '@/utils/pages/observe';
import type { PageFeature } from '@/utils/pages/page-feature';
import { withPageUi } from '@/utils/pages/page-ui';
import type { Webmail } from '@/utils/webmails/webmail';

/** A pin at each message being written, and at the user's signature in the settings. */
export function signatureButton(webmail: Webmail, root: AbortSignal): PageFeature {
  const compose = webmail.compose.join(',');
  const own = webmail.signatureEditor ?? [];
  const mount = (element: Element, isSignature: boolean, signal: AbortSignal) =>
    withPageUi(signal, (ui) =>
      ui.mountSignaturePin(element, { webmail: webmail.id, isSignature }, signal, root),
    );
  return {
    id: 'signature-button',
    when: () => true,
    start(signal) {
      observe(document, { selector: webmail.composeEditor.join(',') }, signal, (element, seen) => {
        if (element.closest(compose)) mount(element, false, seen);
      });
      if (own.length === 0) return;
      observe(document, { selector: own.join(',') }, signal, (element, seen) => {
        // Where the address decides, a message may be written in front of the settings: that has its own pin.
        const isOwn = webmail.isSettings
          ? webmail.isSettings(new URL(location.href)) && !element.closest(compose)
          : true;
        if (isOwn) mount(element, true, seen);
      });
    },
  };
}
