import { html, page, type Site } from '../answer.ts';
import { servePackages } from './packages.ts';

const style = `<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 40px auto; max-width: 760px }
  iframe, [contenteditable], #editor { display: block; box-sizing: border-box; width: 100%; height: 260px; border: 1px solid #888; padding: 12px }
  dialog { position: static; width: 100% }</style>`;

/** An editable document in a frame without an address, as CKEditor 4 and old editors have it. */
const inFrame = (selector: string, inner: string) => `<script>
  const inner = document.querySelector('${selector}').contentDocument;
  inner.body.innerHTML = '${inner}';
  const field = inner.querySelector('[contenteditable]') ?? inner.body;
  if (field === inner.body) inner.body.contentEditable = 'true';
  window.readMail = () => field.innerHTML;
</script>`;

const squire = (selector: string) => `<script src="/packages/squire-rte/dist/squire-raw.js"></script><script>
  const sanitizeToDOMFragment = (text) => {
    const fragment = document.createDocumentFragment();
    fragment.append(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
    return fragment;
  };
  const editor = new Squire(document.querySelector('${selector}'), { sanitizeToDOMFragment });
  editor.setHTML('<div>Hello,</div>');
  window.readMail = () => editor.getHTML();
</script>`;

const tinymce = (id: string) => `<textarea id="${id}"><p>Hello,</p></textarea>
  <script src="/packages/tinymce/tinymce.min.js"></script><script>
  tinymce.init({ selector: '#${id}', height: 320, menubar: false, branding: false, convert_urls: false,
    iframe_attrs: { class: 'ZmHtmlEditorIFrame' },
    init_instance_callback: (editor) => { window.readMail = () => editor.getContent(); } });
</script>`;

const ckeditor = (
  selector: string,
) => `<link rel="stylesheet" href="/packages/ckeditor5/dist/browser/ckeditor5.css">
  <script src="/packages/ckeditor5/dist/browser/ckeditor5.umd.js"></script><script>
  const { ClassicEditor, Essentials, Paragraph, Undo, Link, Image, Table } = CKEDITOR;
  const element = document.createElement('div');
  element.innerHTML = '<p>Hello,</p>';
  document.querySelector('${selector}').append(element);
  ClassicEditor.create(element, { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Undo, Link, Image, Table],
    toolbar: ['undo', 'redo'] }).then((editor) => { window.readMail = () => editor.getData(); });
</script>`;

/** roosterjs in a frame of its own document, which the page's script fills. */
const roosterInFrame = `<script>
  const frame = document.querySelector('iframe');
  const inner = frame.contentDocument;
  const script = inner.createElement('script');
  script.src = '/packages/roosterjs/dist/rooster.js';
  script.onload = () => {
    const { roosterjs } = frame.contentWindow;
    const element = inner.createElement('div');
    element.id = 'rooster-editor';
    inner.body.append(element);
    const editor = roosterjs.createEditor(element, [], roosterjs.createModelFromHtml('<div>Hello,</div>'));
    window.readMail = () => roosterjs.exportContent(editor);
  };
  inner.head.append(script);
</script>`;

const cke4 = '<div class="cke" role="application"><iframe class="cke_wysiwyg_frame"></iframe></div>';
const hello = '<p>Hello,</p>';

/** Webmails in the shape that is reported of them (facts on pages, 2.2). Each hands out what would be sent as `window.readMail()`. */
const bodies: Readonly<Record<string, string>> = {
  'mail.naver.com': `<input id="recipient_input_element"><input id="subject_title">
    <div class="editor_body"><iframe></iframe></div><button class="button_write_task">보내기</button>
    ${inFrame('iframe', '<div class="workseditor-content" contenteditable="true" style="min-height:200px"><p>안녕하세요,</p></div>')}`,
  'mail.yahoo.com': `<div id="editor-container"><div data-test-id="rte" contenteditable="true" role="textbox" aria-multiline="true"><div>Hello,</div></div></div>
    <button data-test-id="compose-send-button">Send</button>
    <script>window.readMail = () => document.querySelector('[data-test-id=rte]').innerHTML;</script>`,
  'snappy.example.org': `<div id="rl-app"><dialog id="V-PopupsCompose" open><div class="squire-wysiwyg"></div><textarea class="squire-plain" style="display:none"></textarea></dialog>
    <dialog id="V-PopupsIdentity"><div class="e-signature-place"><div class="squire-wysiwyg" contenteditable="true"></div></div></dialog></div>
    ${squire('#V-PopupsCompose .squire-wysiwyg')}`,
  'mail.proton.me': `<div><input id="to-composer-1"><section><iframe data-testid="rooster-iframe"></iframe></section>
    <button data-testid="composer:send-button">Send</button></div>${roosterInFrame}`,
  'app.fastmail.com': `<input><div id="editor"></div>${squire('#editor')}`,
  'www.icloud.com': `<iframe class="child-application" src="/applications/mail2/write" style="height: 480px"></iframe>`,
  'mail.zoho.com': `<div class="SCm"><input><iframe class="ze_area"></iframe></div>${inFrame('iframe', hello)}`,
  'navigator.gmx.net': `<iframe id="thirdPartyFrame_mail" src="https://3c.gmx.net/write" style="height: 480px"></iframe>`,
  '3c.gmx.net': `${cke4}${inFrame('.cke iframe', hello)}`,
  'mail.daum.net': tinymce('keditorContainer'),
  'e.mail.ru': tinymce('composeEditor'),
  'nextcloud.example.org': `<div class="editor-wrapper"></div>${ckeditor('.editor-wrapper')}`,
  'sogo.example.org': `<form><sg-ckeditor></sg-ckeditor></form>${ckeditor('sg-ckeditor')}`,
  'zimbra.example.org': tinymce('ZmHtmlEditor1_body'),
  'ox.example.org': `<div class="io-ox-mail-compose-window"><div class="editor"><div class="editable" contenteditable="true"><p>Hello,</p></div></div></div>
    <script>window.readMail = () => document.querySelector('.editable').innerHTML;</script>`,
  'rainloop.example.org': `<div id="rl-app">${cke4}</div>${inFrame('.cke iframe', hello)}`,
};

/** The parts that stand in a frame of their own page. */
const parts: Readonly<Record<string, string>> = {
  'www.icloud.com/applications/mail2/write': `<div class="cw-pane-container"><div class="editor-content" contenteditable="true"><p>Hello,</p></div></div>
    <script>top.readMail = () => document.querySelector('.editor-content').innerHTML;</script>`,
};

const site: Site = (request) => {
  const { host, url } = request;
  if (url.pathname === '/fixture') return html(page('Webmail', '', style));
  const body =
    parts[host + url.pathname] ??
    (/^\/(?:write|mail\/compose)/.test(url.pathname) ? bodies[host] : undefined);
  return body ? html(page('Webmail', body, style)) : servePackages(request);
};

export const moreWebmails = Object.fromEntries(Object.keys(bodies).map((host) => [host, site]));
