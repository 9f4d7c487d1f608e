import type { DragHandlers } from '@/components/drag-handlers';
import type { Badge } from '@/utils/badge';
import { escapeHtml } from '@/utils/html';
import type { Signature } from '@/utils/signature-layouts/signature-layout';
import { makeStoredSignature } from './make-signature';

type Carried = Pick<Signature, 'html' | 'text'>;

/** The signature of the last badge that was pressed: a drag must have its data when it begins. */
let ready: { readonly badge: Badge; readonly signature: Carried } | null = null;

/** A badge that can be dragged into any editor: as the signature that the user has set up, with its text and link beside it. */
export function dragBadge(badge: Badge): DragHandlers {
  return {
    draggable: true,
    onPointerDown: () => {
      ready = null;
      // Reading the library takes less time than a hand needs to begin to drag.
      void makeStoredSignature([badge]).then(
        (signature) => (ready = { badge, signature }),
        () => undefined,
      );
    },
    onDragStart: (event) =>
      carry(event, ready?.badge === badge ? ready.signature : toLink(badge), badge.pageUrl),
  };
}

/** Puts a signature into a drag, in the place of what the browser would take from the element by itself. */
export function carry(event: DragEvent, { html, text }: Carried, address: string | null): void {
  const transfer = event.dataTransfer;
  if (!transfer) return;
  transfer.clearData();
  transfer.effectAllowed = 'copy';
  transfer.setData('text/html', html);
  transfer.setData('text/plain', text);
  if (address !== null) transfer.setData('text/uri-list', address);
  const picture = event.currentTarget instanceof Element ? event.currentTarget.querySelector('img') : null;
  if (picture) transfer.setDragImage(picture, picture.width / 2, picture.height / 2);
}

function toLink({ achievement: { name }, pageUrl }: Badge): Carried {
  if (pageUrl === null) return { html: escapeHtml(name), text: name };
  return {
    html: `<a href="${escapeHtml(pageUrl)}">${escapeHtml(name)}</a>`,
    text: `${name}\n${pageUrl}`,
  };
}
