/** What somebody wants to know of a page's changes. */
export interface Listener {
  /** Attribute selectors: they cost 0.6 ms for 10,000 links, reading each address 19 (facts on performance, B7). */
  readonly selector?: string;
  /** Elements whose open shadow root is looked into as soon as they have one. */
  readonly shadowHosts?: string;
  readonly attributes?: readonly string[];
  /** For each element that matches, in what was added; while the page has nothing else to do. May come twice. */
  onElement?(element: Element): void;
  /** One of the attributes of an element has changed. At once: nothing of ours may stay beside what is something else. */
  onAttribute?(element: Element): void;
  /** Something was added or removed. At once. */
  onChange?(hasRemoved: boolean): void;
}

type Root = Document | ShadowRoot;

interface Watcher {
  readonly listeners: Set<Listener>;
  readonly roots: Set<Root>;
  /** Named hosts that have no shadow root yet. */
  readonly hosts: Set<Element>;
  readonly observer: MutationObserver;
  /** Ends with the last listener. */
  readonly over: AbortController;
  /** What was added and not yet looked through. */
  added: Element[];
  isPlanned: boolean;
  /** All selectors in one, and the listeners that have one. */
  selector: string;
  finders: Listener[];
}

const watchers = new WeakMap<Document, Watcher>();

/**
 * Elements that may be a shadow host without a name: what shows a shadow tree has mostly nothing of its own. Others are
 * found once the user writes or clicks in them. Asking every element of a feed would cost more than the whole search.
 */
const mayBeHost = ['div', 'span', 'main', 'section', 'article', 'aside'].map((tag) => `${tag}:empty`).join();
/** Milliseconds that we work at a time, and after which we no longer wait for the page to rest. */
const budgetMs = 8;
const patienceMs = 300;

/**
 * Watches a document and its open shadow roots for a listener until the signal aborts. All listeners share one observer,
 * and what is added is looked through once for all of them, in pauses of the page.
 */
export function watch(document: Document, listener: Listener, signal: AbortSignal): void {
  if (signal.aborted) return;
  const watcher = watchers.get(document) ?? createWatcher(document);
  watcher.listeners.add(listener);
  renew(watcher);
  signal.addEventListener('abort', () => {
    watcher.listeners.delete(listener);
    renew(watcher);
    if (watcher.listeners.size > 0) return;
    watcher.observer.disconnect();
    watcher.over.abort();
    watchers.delete(document);
  });
  for (const root of watcher.roots) scan(watcher, root, [listener]);
}

function createWatcher(document: Document): Watcher {
  const watcher: Watcher = {
    listeners: new Set(),
    roots: new Set<Root>([document]),
    hosts: new Set(),
    observer: new MutationObserver((records) => onMutations(watcher, records)),
    over: new AbortController(),
    added: [],
    isPlanned: false,
    selector: '',
    finders: [],
  };
  watchers.set(document, watcher);
  const enterTouched = (event: Event) => {
    for (const node of event.composedPath()) if (isShadowRoot(node)) enter(watcher, node);
  };
  for (const type of ['focusin', 'pointerdown'])
    document.addEventListener(type, enterTouched, {
      capture: true,
      passive: true,
      signal: watcher.over.signal,
    });
  return watcher;
}

/** Brings the observer's options and the common selector up to date. */
function renew(watcher: Watcher): void {
  const { listeners, roots, observer } = watcher;
  watcher.finders = [...listeners].filter(({ selector }) => selector);
  watcher.selector = [...new Set(watcher.finders.map(({ selector }) => selector))].join(',');
  const attributes = [...new Set([...listeners].flatMap((listener) => listener.attributes ?? []))];
  for (const root of roots) {
    observer.observe(root, {
      subtree: true,
      childList: true,
      ...(attributes.length > 0 ? { attributes: true, attributeFilter: attributes } : {}),
    });
  }
}

function onMutations(watcher: Watcher, records: readonly MutationRecord[]): void {
  let hasRemoved = false;
  for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
    if (type === 'attributes' && isElement(target)) {
      for (const listener of watcher.listeners)
        if (listener.attributes?.includes(attributeName ?? '')) listener.onAttribute?.(target);
    }
    for (const node of addedNodes) if (isElement(node)) watcher.added.push(node);
    hasRemoved ||= removedNodes.length > 0;
  }
  for (const listener of watcher.listeners) listener.onChange?.(hasRemoved);
  if (watcher.hosts.size > 0) enterNamed(watcher);
  if (hasRemoved && watcher.roots.size > 1) leaveGone(watcher);
  plan(watcher);
}

function plan(watcher: Watcher): void {
  if (watcher.isPlanned || watcher.added.length === 0) return;
  watcher.isPlanned = true;
  const run = () => {
    watcher.isPlanned = false;
    lookThrough(watcher);
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: patienceMs });
  else setTimeout(run);
}

function lookThrough(watcher: Watcher): void {
  const { added } = watcher;
  const end = performance.now() + budgetMs;
  let at = 0;
  while (at < added.length && (at % 16 !== 15 || performance.now() < end)) {
    const element = added[at];
    at += 1;
    if (element?.isConnected) scan(watcher, element, watcher.finders);
  }
  watcher.added = added.slice(at);
  plan(watcher);
}

function scan(watcher: Watcher, root: Root | Element, finders: readonly Listener[]): void {
  const [only] = finders;
  const selector = finders === watcher.finders ? watcher.selector : only?.selector;
  if (selector) {
    const tell = (element: Element) => {
      for (const finder of finders)
        if (finders.length === 1 || element.matches(finder.selector ?? '')) finder.onElement?.(element);
    };
    if (isElement(root) && root.matches(selector)) tell(root);
    for (const element of root.querySelectorAll(selector)) tell(element);
  }
  findHosts(watcher, root);
}

function findHosts(watcher: Watcher, root: Root | Element): void {
  if (isElement(root) && root.shadowRoot) enter(watcher, root.shadowRoot);
  for (const element of root.querySelectorAll(mayBeHost))
    if (element.shadowRoot) enter(watcher, element.shadowRoot);
  for (const { shadowHosts } of watcher.listeners) {
    if (!shadowHosts) continue;
    if (isElement(root) && root.matches(shadowHosts)) watcher.hosts.add(root);
    for (const host of root.querySelectorAll(shadowHosts)) watcher.hosts.add(host);
  }
  enterNamed(watcher);
}

function enterNamed(watcher: Watcher): void {
  for (const host of watcher.hosts) {
    if (!host.shadowRoot) continue; // it may get one later
    watcher.hosts.delete(host);
    enter(watcher, host.shadowRoot);
  }
}

function enter(watcher: Watcher, root: ShadowRoot): void {
  if (watcher.roots.has(root) || watcher.listeners.size === 0) return;
  watcher.roots.add(root);
  renew(watcher);
  scan(watcher, root, watcher.finders);
}

function leaveGone(watcher: Watcher): void {
  for (const root of watcher.roots)
    if (isShadowRoot(root) && !root.host.isConnected) watcher.roots.delete(root);
}

/** Elements and roots of a frame are not of this realm: no `instanceof`. */
export function isElement(node: EventTarget): node is Element {
  return 'nodeType' in node && node.nodeType === 1; // Node.ELEMENT_NODE
}

function isShadowRoot(node: EventTarget): node is ShadowRoot {
  return 'nodeType' in node && node.nodeType === 11 && 'host' in node; // Node.DOCUMENT_FRAGMENT_NODE
}
