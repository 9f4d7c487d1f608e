import { ClaimLink } from '@/components/ClaimLink';
import type { Claim } from '@/utils/claims';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { mountBeside } from '@/utils/pages/mount';
import { atMessage } from '@/utils/pages/spots';

/** A button at an opened mail: to the page where its badge is accepted. */
export function mountClaim(body: Element, claim: Claim, signal: AbortSignal, root: AbortSignal): void {
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
