/**
 * Pastes into the element that has the focus. Runs in the page's own world (`scripting.executeScript`, world MAIN), so
 * it takes nothing from outside its body. Two reasons (measured, facts on pages, section 4): in Firefox a paste from a
 * content script arrives empty and is swallowed; and the data must be set after the event was made, or it is lost.
 */
export function pasteInPageWorld(html: string, text: string): void {
  let target = document.activeElement;
  for (;;) {
    const frame = target?.tagName === 'IFRAME' ? (target as HTMLIFrameElement).contentDocument : null;
    const inner = target?.shadowRoot?.activeElement ?? frame?.activeElement;
    if (!inner) break;
    target = inner;
  }
  const event = new ClipboardEvent('paste', {
    clipboardData: new DataTransfer(),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  event.clipboardData?.setData('text/html', html);
  event.clipboardData?.setData('text/plain', text);
  target?.dispatchEvent(event);
}
