import { claimSelector, findClaim, type Claim } from '@/utils/claims';
import { findSender, outermost } from '@/utils/pages/find-sender';
import { observe } from '@/utils/pages/observe';
import type { PageFeature } from '@/utils/pages/page-feature';
import { withPageUi } from '@/utils/pages/page-ui';
import { selectorOf } from '@/utils/surface';
import type { Webmail } from '@/utils/webmails/webmail';

/**
 * In an opened mail that tells of a new badge: one button to the page where it is accepted. Shown only where the webmail
 * tells the sender's address and a link of that very service is in the mail; in every other case the page stays as it was.
 */
export function claimMail({ message, sender }: Webmail, root: AbortSignal): PageFeature {
  const bodies = selectorOf(message);
  return {
    id: 'claim-mail',
    when: () => sender !== undefined,
    start: (signal) => {
      const offered = new WeakSet<Element>();
      // Looked for by its links: a webmail fills a message's body after its head, and later than the body itself.
      observe(document, { selector: claimSelector, attributes: ['href'] }, signal, (link, own) => {
        const body = outermost(link, bodies);
        if (!body || !sender || offered.has(body)) return;
        const claim = claimIn(body, findSender(body, sender, bodies));
        if (!claim) return;
        offered.add(body);
        own.addEventListener('abort', () => offered.delete(body));
        withPageUi(own, (ui) => ui.mountClaim(body, claim, own, root));
      });
    },
  };
}

function claimIn(body: Element, sender: string | null): Claim | null {
  if (!sender) return null;
  const links = [...body.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  return findClaim(sender, links);
}
