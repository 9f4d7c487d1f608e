import type { Badge } from '../badge';
import type { Export } from './export';

const host = 'https://www.credly.com';
const page = /^https:\/\/www\.credly\.com\/badges\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/;

/** Credly's own embed, as its share page gives it. It runs Credly's script in the page that shows it. */
export const credlyEmbed: Export = {
  id: 'credly-embed',
  accepts: (badge) => idOf(badge) !== null,
  render: (badges) => {
    const blocks = badges.flatMap((badge) => toBlock(idOf(badge)));
    return {
      mediaType: 'text/html',
      fileName: 'credly-embed.html',
      body: blocks.length > 0 ? [...blocks, script].join('\n') : '',
    };
  },
};

// Once for all of them: it looks for every block in the page.
const script =
  '<script type="text/javascript" async src="https://cdn.credly.com/assets/utilities/embed.js"></script>';

function idOf(badge: Badge): string | null {
  return page.exec(badge.pageUrl ?? '')?.[1] ?? null;
}

function toBlock(id: string | null): string[] {
  if (!id) return [];
  return [
    `<div data-iframe-width="150" data-iframe-height="270" data-share-badge-id="${id}" data-share-badge-host="${host}"></div>`,
  ];
}
