import { browser } from 'wxt/browser';
import { insertFunction, type InsertReply, type InsertRequest } from './insert-request';
import { pasteInPageWorld } from './paste-in-page-world';
import type { Insertion } from './insertion';

/** `no-access`: a page that extensions may not enter (the browser's own pages, a store). */
export type InsertOutcome = {
  readonly status: Exclude<InsertReply['status'], 'needs-page-world'> | 'no-access';
} & Pick<InsertReply, 'as'>;

/**
 * Inserts a signature where the user writes in a tab, by `activeTab`. Offers an undo in the page itself. Never throws.
 * `saysAll`: nobody else is there to say that no field was found.
 * Only the top frame is entered: frames of the same origin are reached from it, others are not ours to enter.
 */
export async function insertIntoTab(
  tabId: number,
  signature: Insertion,
  saysAll = false,
): Promise<InsertOutcome> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/insert.js'] });
    const { html, text, links } = signature;
    let reply = await ask(tabId, { step: 'start', insertion: { html, text, links }, saysAll });
    if (reply.status === 'needs-page-world') {
      // Only CKEditor and the like come here: they believe nothing but a paste (facts on pages, section 4).
      await browser.scripting.executeScript({
        target: { tabId },
        world: 'MAIN',
        func: pasteInPageWorld,
        args: [html, text],
      });
      reply = await ask(tabId, { step: 'go-on' });
    }
    return reply.status === 'needs-page-world' ? { status: 'failed' } : { ...reply, status: reply.status };
  } catch (cause) {
    console.warn('insert:', cause);
    return { status: 'no-access' };
  }
}

async function ask(tabId: number, request: InsertRequest): Promise<InsertReply> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: callInPage,
    args: [insertFunction, request],
  });
  // The value comes from our own script in its own world.
  return (answer?.result as InsertReply | undefined) ?? { status: 'failed' };
}

/** Runs in the tab; takes nothing from outside its body. */
function callInPage(name: string, request: InsertRequest): unknown {
  const insert = (globalThis as Record<string, unknown>)[name];
  return typeof insert === 'function' ? insert(request) : undefined;
}
