import { until, type Driver, type Tab } from './driver.ts';

/** What of ours a page shows: our parts live in closed shadow roots, which only our own world can open. */
export interface Part {
  readonly text: string;
  readonly label: string | null;
  readonly expanded: string | null;
  readonly theme: string | null;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * Runs in our world of the page. Everything that it needs is inside. Our parts follow the page in its next frame: right
 * after a change, such as an undo that makes the editor narrower, they still stand where they were, and a press would
 * miss. So it looks until nothing has moved for three frames.
 */
async function readParts(selector: string): Promise<Part[]> {
  type Opening = Element & { openOrClosedShadowRoot?: ShadowRoot | null };
  const dom = (
    globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot(e: Element): ShadowRoot | null } } }
  ).chrome?.dom;
  const rootOf = (host: Opening) =>
    dom ? dom.openOrClosedShadowRoot(host) : (host.openOrClosedShadowRoot ?? null);
  const documents = () => [
    document,
    ...[...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) => contentDocument ?? []),
  ];
  // Where a part hangs inside of a shadow tree of the page (a dialog of its own), that tree is open.
  const trees = (page: Document) => [
    page,
    ...[...page.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const findRoots = () =>
    documents()
      .flatMap((page) => [
        page.documentElement,
        ...(page.body ? [page.body] : []),
        ...trees(page).flatMap((tree) => [...tree.querySelectorAll('dialog')]),
      ])
      .flatMap((container) => [...container.children])
      .filter((child) => child.localName === 'div' && child.attributes.length === 0)
      .flatMap((child) => rootOf(child) ?? []);
  const read = (element: HTMLElement): Part => {
    const { x: left, y: top, width, height } = element.getBoundingClientRect();
    const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
    const [x, y] = [left + (frame?.x ?? 0), top + (frame?.y ?? 0)];
    return {
      text: element.innerText,
      label: element.getAttribute('aria-label'),
      expanded: element.getAttribute('aria-expanded'),
      theme: element.closest<HTMLElement>('.item')?.dataset['theme'] ?? null,
      box: { x, y, width, height },
    };
  };
  const readAll = () =>
    findRoots()
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
      .filter((element) => element.getClientRects().length > 0)
      .map(read);
  // A tab that draws nothing has no frames; then what it shows cannot move either.
  const frame = () =>
    new Promise<void>((done) => {
      requestAnimationFrame(() => done());
      setTimeout(done, 250);
    });
  let parts = readAll();
  for (let still = 0, frames = 0; still < 3 && frames < 60; frames += 1) {
    await frame();
    const now = readAll();
    still = JSON.stringify(now) === JSON.stringify(parts) ? still + 1 : 0;
    parts = now;
  }
  return parts;
}

/** Our visible parts that match, in the order in which they were made. */
export function partsIn(driver: Driver, tab: Tab, selector: string): Promise<Part[]> {
  return driver.inContentWorld(tab, readParts, selector);
}

/** Waits until a page shows as many of our parts. */
export function untilParts(driver: Driver, tab: Tab, selector: string, count: number): Promise<Part[]> {
  return until(`${count} × ${selector}`, async () => {
    const parts = await partsIn(driver, tab, selector);
    return parts.length === count ? parts : null;
  });
}

/** Presses a part with the mouse, as a user does: who sees it appear needs a moment, and before that no press counts. */
export async function pressPart(tab: Tab, { box }: Part): Promise<void> {
  await new Promise((done) => setTimeout(done, 300));
  await tab.clickAt(box.x + box.width / 2, box.y + box.height / 2);
}

/** Our layer as plain HTML with its styles, to be looked at outside of its closed root. */
export function layerHtml(driver: Driver, tab: Tab): Promise<string> {
  return driver.inContentWorld(tab, () => {
    type Opening = Element & { openOrClosedShadowRoot?: ShadowRoot | null };
    const dom = (
      globalThis as unknown as {
        chrome?: { dom?: { openOrClosedShadowRoot(e: Element): ShadowRoot | null } };
      }
    ).chrome?.dom;
    const host = [...document.body.children].at(-1) as Opening;
    const root = dom ? dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot;
    return root?.innerHTML ?? '';
  });
}
