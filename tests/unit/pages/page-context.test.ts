import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isAlive, startPageScript } from '@/utils/pages/page-context';

describe('page-context', () => {
  it('stops the script that ran before, and no script of another name', () => {
    const other = startPageScript('other');
    const first = startPageScript('mail');
    const second = startPageScript('mail');
    expect([other, first, second].map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
  });

  it('stops once the extension is gone and the user touches the page', () => {
    const root = startPageScript('mail');
    document.dispatchEvent(new Event('pointerdown'));
    expect(root.signal.aborted).toBe(false);
    vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string);
    expect(isAlive()).toBe(false);
    document.dispatchEvent(new Event('pointerdown'));
    expect(root.signal.aborted).toBe(true);
  });

  it('cannot be stopped by an event with the name that WXT uses', () => {
    const root = startPageScript('mail');
    document.dispatchEvent(new CustomEvent(`${fakeBrowser.runtime.id}:mail:wxt:content-script-started`));
    window.postMessage({ type: `${fakeBrowser.runtime.id}:mail:wxt:content-script-started` }, '*');
    expect(root.signal.aborted).toBe(false);
  });
});
