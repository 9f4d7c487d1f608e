/** A function that runs in a page: written here, sent as text, so it may use nothing from around it. */
// oxlint-disable-next-line typescript/no-explicit-any -- what crosses into a page is JSON; callers say its type
export type PageFunction<R> = (...args: any[]) => R | Promise<R>;

/** One tab, the same in both browsers. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs in the page's own world. Arguments and result are JSON. */
  evaluate<R>(fn: PageFunction<R>, ...args: unknown[]): Promise<R>;
  /** Clicks as a user would: scrolls there, moves the mouse, presses. CSS selector; open shadow roots are searched. */
  click(selector: string): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  /** Presses at a place, moves to the side as a hand does, and lets go. */
  dragAt(x: number, y: number): Promise<void>;
  /** Empties the field and types into it. */
  fill(selector: string, text: string): Promise<void>;
  type(text: string): Promise<void>;
  /** A key by its name ("Enter", "ArrowDown", "c"), with modifiers as "Control+v". */
  press(key: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** What the browser would print, as PDF on A4. */
  pdf(): Promise<Uint8Array>;
  setViewport(width: number, height: number): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** The true popup, opened from the toolbar: it closes when something else gets the focus. */
export interface Popup {
  /** Runs with the popup's window as the first argument. */
  evaluate<R>(fn: PageFunction<R>, ...args: unknown[]): Promise<R>;
}

/** A browser with the extension in it. */
export interface Driver {
  readonly name: 'chromium' | 'firefox';
  newTab(url?: string): Promise<Tab>;
  /** A tab or window that the browser or the extension opened, by a part of its address; waits for it. */
  openedTab(part: string): Promise<Tab>;
  /** A page of the extension in a tab: "library.html#sites", "popup.html". */
  extensionPage(path: string): Promise<Tab>;
  /** Lets the extension's next request for this host succeed without a prompt, as if the user had agreed. */
  agreeToHost(pattern: string): Promise<void>;
  /** Runs in the extension's own world of a tab, where closed shadow roots can be reached (`openRoot`). */
  inContentWorld<R>(tab: Tab, fn: PageFunction<R>, ...args: unknown[]): Promise<R>;
  /** The toolbar button, pressed as a user would: grants `activeTab` for the tab in front. */
  openPopup(tab: Tab): Promise<Popup>;
  /** Presses an entry of ours in the context menu of what a selector finds (in Chromium as the browser reports it: its menu is native). */
  pressMenu(
    tab: Tab,
    selector: string,
    entry: 'add-badge' | 'verify-badge' | 'insert-signature',
  ): Promise<void>;
  /**
   * Drops something that comes from another page. In Chromium as the browser itself does, so that editors without a
   * handler of their own insert it; in Firefox by events alone, which is all that an automated one takes.
   */
  drop(tab: Tab, selector: string, data: Dragged): Promise<void>;
  /** Stops the background as the browser does when it is idle, only without asking. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
  /** Resolves when the browser is gone, whoever closed it. */
  readonly closed: Promise<void>;
}

export interface LaunchOptions {
  readonly world: { readonly port: number; readonly proxyPort: number; readonly spki: string };
  readonly language?: 'en' | 'ko';
  readonly colorScheme?: 'light' | 'dark';
  readonly headless?: boolean;
}

export const extensionIds = {
  chromium: 'pkgkjbolkpmjmjplmhinghamcaghpdep',
  firefox: 'lapelpin@lapelpin.org',
  /** The host of the extension's pages in Firefox, fixed by a preference. */
  firefoxUuid: '1a9e1f1a-0000-4000-8000-00000000c0de',
} as const;

/** The text that a page runs for a function and its arguments. */
export function toExpression(fn: PageFunction<unknown>, args: readonly unknown[]): string {
  return `(${String(fn)})(...${JSON.stringify(args)})`;
}

/** Finds the tab by its address (the extension sees it where it has the host) and runs the function in our world there. */
export function contentWorldExpression(
  fn: PageFunction<unknown>,
  args: readonly unknown[],
  url: string,
): string {
  return `(async () => {
    const { scripting, tabs } = globalThis.browser ?? globalThis.chrome;
    const tab = (await tabs.query({})).filter((candidate) => candidate.url === ${JSON.stringify(url)}).at(-1);
    if (!tab) throw new Error('no tab shows ' + ${JSON.stringify(url)});
    const [{ result, error }] = await scripting.executeScript({
      target: { tabId: tab.id },
      func: ${String(fn)},
      args: ${JSON.stringify(args)},
    });
    if (error) throw new Error(error.message ?? String(error));
    return result;
  })()`;
}

/** Asks until the answer is truthy; `within` is in milliseconds. Works the same wherever the function runs. */
export async function until<R>(
  what: string,
  ask: () => Promise<R>,
  within = 30_000,
): Promise<NonNullable<R>> {
  const end = Date.now() + within;
  let last: unknown;
  // Less and less often: who asks all the time keeps the browser from getting there.
  for (let pause = 50; ; pause = Math.min(pause * 1.4, 400)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (cause) {
      // Pages navigate and popups close while we ask; what counts is whether it comes true in time.
      last = cause;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what} (last: ${String(last)})`);
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** Waits until an element is there and visible in the page (not inside closed shadow roots). */
export async function untilVisible(tab: Tab, selector: string, within?: number): Promise<void> {
  const isVisible = (css: string) => {
    const element = document.querySelector(css);
    return element !== null && element.getClientRects().length > 0;
  };
  await until(selector, () => tab.evaluate(isVisible, selector), within);
}

/** Waits until there is no such element any more. */
export async function untilGone(tab: Tab, selector: string): Promise<void> {
  const isGone = (css: string) => document.querySelector(css) === null;
  await until(`no ${selector}`, () => tab.evaluate(isGone, selector));
}

/** Waits until the page's visible text holds the words. */
export async function untilText(tab: Tab, words: string, within?: number): Promise<void> {
  const holds = (text: string) => document.body.innerText.includes(text);
  await until(`“${words}”`, () => tab.evaluate(holds, words), within);
}

/** Presses the button or link whose first line (or label) is these words, with the mouse. */
export async function press(tab: Tab, words: string, within?: number): Promise<void> {
  const find = (name: string) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], [role=button], [role=switch], label'),
    ];
    const nameOf = (element: HTMLElement) =>
      (element.getAttribute('aria-label') ?? element.innerText).trim().split('\n')[0];
    const element = all.find(
      (candidate) => nameOf(candidate) === name && candidate.getClientRects().length > 0,
    );
    if (!element || (element instanceof HTMLButtonElement && element.disabled)) return null;
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  // What still moves would be missed: it is pressed where it was twice.
  let before = '';
  const still = async () => {
    const place = await tab.evaluate(find, words);
    const isStill = JSON.stringify(place) === before;
    before = JSON.stringify(place);
    return isStill ? place : null;
  };
  const { x, y } = await until(`the button “${words}”`, still, within);
  await tab.clickAt(x, y);
}

interface Mouse {
  move(x: number, y: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
}

/** Presses, moves to the side and lets go. A hand takes its time: what is dragged is made ready meanwhile. */
export async function dragBy(mouse: Mouse, x: number, y: number): Promise<void> {
  await mouse.move(x, y);
  await mouse.down();
  await new Promise((done) => setTimeout(done, 300));
  for (let step = 1; step <= 8; step += 1) await mouse.move(x + step * 6, y + step);
  await mouse.up();
}

/** A drag as it leaves a page: text by media type. */
export type Dragged = Readonly<Record<string, string>>;

/** Drags what a selector finds, with the mouse, and tells what it carries. */
export async function dragOut(tab: Tab, selector: string): Promise<Dragged> {
  const [x, y] = await tab.evaluate((css: string) => {
    const element = document.querySelector(css);
    element?.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    delete document.documentElement.dataset['dragged'];
    addEventListener(
      'dragstart',
      ({ dataTransfer }) => {
        const types = dataTransfer?.types ?? [];
        const all = types.map((type) => [type, dataTransfer?.getData(type) ?? '']);
        document.documentElement.dataset['dragged'] = JSON.stringify(Object.fromEntries(all));
      },
      { once: true },
    );
    return [left + Math.min(width / 2, 40), top + height / 2] as const;
  }, selector);
  await tab.dragAt(x, y);
  const dragged = await until('a drag', () =>
    tab.evaluate(() => document.documentElement.dataset['dragged']),
  );
  return JSON.parse(dragged) as Dragged;
}
