/** The id of the extension in Chromium: it is public in the store, so every page knows it. */
const id = 'pkgkjbolkpmjmjplmhinghamcaghpdep';

/**
 * What a page does that looks for extensions (facts on threats, F1 to F4): listens to messages and events, walks the
 * document for extension addresses, asks for files, and forges the events by which WXT's scripts stop each other.
 * `window.probe` holds what it found.
 */
export const probe = `<script>
window.probe = { messages: [], events: [], files: [] };
addEventListener('message', (event) => probe.messages.push(JSON.stringify(event.data)));
const dispatch = EventTarget.prototype.dispatchEvent;
for (const name of ['linkedin', 'webmail', 'insert']) {
  for (const type of ['${id}:' + name + ':wxt:content-script-started', name + ':wxt:content-script-started']) {
    document.addEventListener(type, () => probe.events.push(type));
  }
}
probe.walk = () => {
  const found = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE && /(chrome|moz)-extension:/.test(node.data)) found.push(node.data);
    for (const attribute of node.attributes ?? []) if (/(chrome|moz)-extension:|lapelpin/i.test(attribute.value + attribute.name)) found.push(attribute.name + '=' + attribute.value);
    for (const child of node.childNodes) visit(child);
    if (node.shadowRoot) visit(node.shadowRoot);
  };
  visit(document.documentElement);
  return found.filter((text) => !text.includes('content-script-started'));
};
probe.ask = async () => {
  for (const file of ['content-scripts/linkedin.css', 'icon/16.png', 'linkedin.js', 'popup.html', 'assets/theme.css']) {
    try { await fetch('chrome-extension://${id}/' + file); probe.files.push(file); } catch {}
  }
  return probe.files;
};
probe.forge = () => {
  for (const name of ['linkedin', 'webmail', 'insert']) {
    const type = '${id}:' + name + ':wxt:content-script-started';
    document.dispatchEvent(new CustomEvent(type, { detail: { contentScriptName: name, messageId: 'forged' } }));
    window.postMessage({ type, contentScriptName: name, messageId: 'forged' }, '*');
  }
};
</script>`;
