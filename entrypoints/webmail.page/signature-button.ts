import { observe } from '@/utils/pages/observe';
import type { PageFeature } from '@/utils/pages/page-feature';
import { withPageUi } from '@/utils/pages/page-ui';
import { isAgreed, selectorOf, type Surface } from '@/utils/surface';
import type { Webmail } from '@/utils/webmails/webmail';

/** A pin at each message being written, and at the user's signature in the settings. */
export function signatureButton({ id, compose, signature }: Webmail, root: AbortSignal): PageFeature {
  const isMeant = (element: Element, surface: Surface) =>
    element.matches(selectorOf(surface.candidates)) && isAgreed(element, surface, new URL(location.href));
  const find = (surface: Surface, isSignature: boolean, signal: AbortSignal) =>
    observe(document, { selector: selectorOf(surface.candidates) }, signal, (element, own) => {
      // A message may be written in front of the settings: that has its own pin.
      if (!isMeant(element, surface) || (isSignature && isMeant(element, compose))) return;
      withPageUi(own, (ui) => ui.mountSignaturePin(element, { webmail: id, isSignature }, own, root));
    });
  return {
    id: 'signature-button',
    when: () => true,
    start(signal) {
      find(compose, false, signal);
      if (signature) find(signature, true, signal);
    },
  };
}
