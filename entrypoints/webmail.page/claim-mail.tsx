import { ClaimLink } from '@/components/ClaimLink';
import { claimSelector, findClaim, type Claim } from '@/utils/claims';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { findSender } from '@/utils/pages/find-sender';
import { mountBeside } from '@/utils/pages/mount';
import { observe } from '@/utils/pages/observe';
import type { PageFeature } from '@/utils/pages/page-feature';
import { atMessage } from '@/utils/pages/spots';
import type { Webmail } from '@/utils/webmails/webmail';

/**
 * In an opened mail that tells of a new badge: one button to the page where it is accepted. Shown only where the webmail
 * tells the sender's address and a link of that very service is in the mail; in every other case the page stays as it was.
 */
export function claimMail({ message, sender }: Webmail, root: AbortSignal): PageFeature {
  const bodies = message.join(',');
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
        mountButton(body, claim, own, root);
      });
    },
  };
}

/** Candidates of our selectors lie inside each other; the whole message is the outermost. */
function outermost(link: Element, bodies: string): Element | null {
  let body = link.closest(bodies);
  for (let next = body; next; next = next.parentElement?.closest(bodies) ?? null) body = next;
  return body;
}

function claimIn(body: Element, sender: string | null): Claim | null {
  if (!sender) return null;
  const links = [...body.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  return findClaim(sender, links);
}

function mountButton(body: Element, claim: Claim, signal: AbortSignal, root: AbortSignal): void {
  const width = roomFor(t('claimOpenPage', claim.sender.name));
  const place = { target: body, spots: atMessage(width), size: 32, width };
  const show = mountBeside(place, signal, root);
  const note = (): void => void noteOpened(claim).catch((cause: unknown) => console.warn('claim:', cause));
  let isOpened = false;
  // Whoever comes back to the mail has done what there was to do: then it is looked at once more, without waiting.
  const onBack = () => isOpened && document.visibilityState === 'visible' && note();
  document.addEventListener('visibilitychange', onBack, { signal });
  const onOpen = () => {
    isOpened = true;
    note();
  };
  show(<ClaimLink url={claim.url} serviceName={claim.sender.name} onOpen={onOpen} />);
}

/** Room in px for words of 13 px with our pin before them, a little more than they take: Korean letters are square. */
function roomFor(words: string): number {
  return [...words].reduce((width, letter) => width + (letter > '\u2E80' ? 13 : 7.5), 52);
}

/** The link stays here. Its digest tells two claims apart and leads nowhere. */
async function noteOpened({ sender, url }: Claim): Promise<void> {
  // Pages without https have no digests; then the badge comes with the daily refresh.
  if (!isSecureContext) return;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(url));
  const digest = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await send('noteClaim', { sourceId: sender.sourceId, digest });
}
