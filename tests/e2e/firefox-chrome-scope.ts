import type { Browser } from 'puppeteer-core';
import { extensionIds } from './driver.ts';

/** Firefox's own window: the toolbar and what the browser does to extensions. */
export interface ChromeScope {
  pressToolbarButton(): Promise<void>;
  /** Of an extension, ours when no id is given. */
  terminateBackground(id?: string): Promise<void>;
  /** Presses an entry of ours in the open context menu; false while it is not there. */
  pressMenuEntry(entry: string): Promise<boolean>;
  /** Whether a tab shows an address with this end. */
  hasTab(end: string): Promise<boolean>;
}

/** What BiDi answers, as far as it is read here. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: BidiResult }>;
}
interface BidiResult {
  readonly contexts?: readonly { readonly context: string }[];
  readonly type?: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** Firefox makes widget ids of the extension's id: anything but letters, digits, `_` and `-` becomes `_`. */
const widget = extensionIds.firefox.toLowerCase().replace(/[^a-z0-9_-]/g, '_');

/** Reaches the browser's window through BiDi's scope `chrome` (needs --remote-allow-system-access). */
export async function openChromeScope(browser: Browser): Promise<ChromeScope> {
  // puppeteer has the connection, but does not declare it.
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const context = tree.result.contexts?.[0]?.context;
  const run = async (expression: string) => {
    const { result } = await connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails?.text ?? expression);
    return result.result?.value;
  };
  return {
    hasTab: async (end) =>
      (await run(`gBrowser.browsers.some((one) => one.currentURI.spec.endsWith(${JSON.stringify(end)}))`)) ===
      true,
    pressMenuEntry: async (entry) =>
      (await run(`(() => {
        const menu = document.getElementById('contentAreaContextMenu');
        const item = document.getElementById('${widget}-menuitem-_' + ${JSON.stringify(entry)});
        if (menu.state !== 'open' || !item) return false;
        item.doCommand();
        menu.hidePopup();
        return true;
      })()`)) === true,
    pressToolbarButton: async () =>
      void (await run(`(() => {
        CustomizableUI.addWidgetToArea('${widget}-browser-action', CustomizableUI.AREA_NAVBAR);
        document.getElementById('${widget}-BAP').click();
      })()`)),
    terminateBackground: async (id: string = extensionIds.firefox) =>
      void (await run(
        `WebExtensionPolicy.getByID('${id}').extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      )),
  };
}
