import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteHere } from '@/entrypoints/webmail.page/page-settings';
import { allRoots } from '@/utils/pages/all-roots';
import { examine, examineAreas, type SurfaceReport } from '@/utils/pages/examine';
import { findFocusedEditor } from '@/utils/pages/find-editor';
import { linkedIn, linkedInMatches } from '@/utils/pages/linkedin';
import { readLastInsertion, reportFunction, type PageReport } from '@/utils/pages/page-report';
import { skeletonOf } from '@/utils/pages/skeleton';
import { coversOrigin } from '@/utils/site';
import { selectorOf, type Candidate } from '@/utils/surface';
import { webmails } from '@/utils/webmails/index';

/**
 * How a page looks to us, asked by the popup through `activeTab`. Reads and changes nothing; the page cannot call it, for it
 * lives in a world of its own.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [reportFunction]: readReport });
});

async function readReport(): Promise<PageReport> {
  const siteId = await siteHere();
  const looksLike = guessSite();
  const surfaces = surfacesOf(siteId ?? looksLike);
  const editor = findFocusedEditor(document);
  const found = siteId || looksLike ? firstOf(fieldsOf(siteId ?? looksLike)) : null;
  const shown = [...new Set([editor, found])].filter((element) => element !== null);
  return {
    siteId,
    looksLike,
    surfaces,
    hasEditor: editor !== null,
    lastInsertion: readLastInsertion(),
    skeleton: shown.map(skeletonOf),
  };
}

/** By its address; on a host of somebody's own by what only that program has. */
function guessSite(): string | null {
  const covers = (matches: readonly string[]) => matches.some((match) => coversOrigin(match, self.origin));
  if (covers(linkedInMatches)) return 'linkedin';
  const known = webmails.find(({ matches }) => covers(matches));
  if (known) return known.id;
  const own = webmails.filter(({ matches, hasOwnHosts }) => matches.length === 0 || hasOwnHosts);
  return own.find(({ signs }) => document.querySelector(selectorOf(signs)))?.id ?? null;
}

function surfacesOf(siteId: string | null): readonly SurfaceReport[] {
  if (siteId === 'linkedin') {
    const { share, certifications } = linkedIn;
    return [examine('share', share, window), examineAreas('certifications', certifications, window)];
  }
  const webmail = webmails.find(({ id }) => id === siteId);
  if (!webmail) return [];
  const { compose, signature, message, messageFrames = [] } = webmail;
  const bodies = [...message, ...messageFrames];
  return [
    examine('compose', compose, window),
    ...(signature ? [examine('signature', signature, window)] : []),
    ...(bodies.length > 0 ? [examineAreas('message', bodies, window)] : []),
  ];
}

function fieldsOf(siteId: string | null): readonly Candidate[] {
  if (siteId === 'linkedin') return linkedIn.share.candidates;
  return webmails.find(({ id }) => id === siteId)?.compose.candidates ?? [];
}

function firstOf(candidates: readonly Candidate[]): Element | null {
  if (candidates.length === 0) return null;
  const selector = selectorOf(candidates);
  for (const root of allRoots(document)) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}
