import { browser } from 'wxt/browser';
import { badgeSelector, classifyLink, classifyPicture, type LinkKind } from '@/utils/badge-links';

/** A badge, a badge's picture, or an imitation of a link, as a page shows it. */
export interface OnPage {
  /** Once for all places where it stands. */
  readonly key: string;
  readonly kind: LinkKind;
  /** The words of its link or picture; may be empty. */
  readonly words: string;
}

/** An address in a page, and what is written on it. */
interface Address {
  readonly url: string;
  readonly words: string;
  readonly isLink: boolean;
}

/**
 * What a tab shows of badges, by `activeTab` and once: its addresses are read and nothing in it is changed. Of frames, those
 * that the browser lets us enter.
 * @throws Error for a page that extensions may not enter
 */
export async function scanPage(tabId: number): Promise<readonly OnPage[]> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: readAddresses,
    args: [badgeSelector],
  });
  const found = new Map<string, OnPage>();
  for (const { url, words, isLink } of frames.flatMap(({ result }) => result ?? [])) {
    const kind = isLink ? classifyLink(url) : classifyPicture(url);
    if (!kind) continue;
    const key = kind.kind === 'badge' ? `${kind.reference.sourceId}:${kind.reference.id}` : url;
    const before = found.get(key);
    // The same badge may be linked by its picture, its name and a button: the first with words tells most.
    if (!before || before.words === '') found.set(key, { key, kind, words });
  }
  return [...found.values()];
}

/** Runs in the page: what a selector finds, through open shadow roots. Must not use anything from outside. */
function readAddresses(selector: string): Address[] {
  const most = 2000;
  const roots: (Document | ShadowRoot)[] = [document];
  const found: Address[] = [];
  /** "Show credential" tells nothing: then the first line of what it stands in. */
  const wordsOf = (element: HTMLElement): string => {
    const own = element.innerText?.trim() ?? '';
    let around: HTMLElement | null = element.parentElement;
    for (let depth = 0; around && depth < 6; depth += 1, around = around.parentElement) {
      const text = around.innerText?.trim() ?? '';
      if (text.length > 300) break;
      if (text.length > own.length + 3) return text.split('\n')[0] ?? own;
    }
    return own;
  };
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      if (found.length >= most) return found;
      const isLink = element instanceof HTMLAnchorElement;
      const isPicture = element instanceof HTMLImageElement && !element.closest('a[href]');
      if (!isLink && !isPicture) continue;
      const url = isLink ? element.href : (element.dataset['xSrc'] ?? element.src);
      const words = isLink ? wordsOf(element) : element.alt;
      if (url.startsWith('http')) found.push({ url, words: words.slice(0, 200), isLink });
    }
  }
  return found;
}
