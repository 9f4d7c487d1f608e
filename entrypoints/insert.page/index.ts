import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { insertInto, type InsertResult } from '@/utils/pages/editor';
import { findFocusedEditor } from '@/utils/pages/find-editor';
import { insertFunction, type InsertReply, type InsertRequest } from '@/utils/pages/insert-request';
import { startPageScript } from '@/utils/pages/page-context';
import { sayInserted, sayNoEditor } from '@/utils/pages/toast';

/**
 * For any page, through `activeTab`: the popup puts this script into the tab when the user asks for it, and calls the
 * function. In a page that was never switched on nothing of ours runs before that.
 */
export default defineUnlistedScript(() => {
  const root = startPageScript('insert');
  let unfinished: Extract<InsertResult, { status: 'needs-page-world' }> | null = null;

  const insert = async (request: InsertRequest): Promise<InsertReply> => {
    const result = await nextResult(request);
    if (!result) {
      if (request.step === 'start' && request.saysAll) sayNoEditor(root.signal);
      return { status: 'no-editor' };
    }
    unfinished = result.status === 'needs-page-world' ? result : null;
    if (!unfinished) sayInserted(result, root.signal);
    return { status: result.status, ...(result.status === 'inserted' ? { as: result.as } : {}) };
  };
  const nextResult = async (request: InsertRequest): Promise<InsertResult | null> => {
    if (request.step === 'go-on') return (await unfinished?.resume()) ?? null;
    const editor = findFocusedEditor(document);
    return editor && insertInto(editor, request.insertion, { canPageWorld: true });
  };
  Object.assign(globalThis, { [insertFunction]: insert });
});
