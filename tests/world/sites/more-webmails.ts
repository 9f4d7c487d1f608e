import { html, page, type Site } from '../answer.ts';
import { servePackages } from './packages.ts';

const style = `<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 40px auto; max-width: 760px }
  iframe, [data-test-id=rte], .squire-wysiwyg { display: block; box-sizing: border-box; width: 100%; height: 260px; border: 1px solid #888; padding: 12px }
  dialog { position: static; width: 100% }</style>`;

/** Webmails in the shape that is reported of them (facts on pages, 2.2). Each hands out what would be sent as `window.readMail()`. */
const bodies: Readonly<Record<string, string>> = {
  'mail.naver.com': `<input id="recipient_input_element"><input id="subject_title">
    <div class="editor_body"><iframe></iframe></div><button class="button_write_task">보내기</button>
    <script>
      const inner = document.querySelector('iframe').contentDocument;
      inner.body.innerHTML = '<div class="workseditor-content" contenteditable="true" style="min-height:200px"><p>안녕하세요,</p></div>';
      window.readMail = () => inner.querySelector('.workseditor-content').innerHTML;
    </script>`,
  'mail.yahoo.com': `<div id="editor-container"><div data-test-id="rte" contenteditable="true" role="textbox" aria-multiline="true"><div>Hello,</div></div></div>
    <button data-test-id="compose-send-button">Send</button>
    <script>window.readMail = () => document.querySelector('[data-test-id=rte]').innerHTML;</script>`,
  'snappy.example.org': `<div id="rl-app"><dialog id="V-PopupsCompose" open><div class="squire-wysiwyg"></div><textarea class="squire-plain" style="display:none"></textarea></dialog>
    <dialog id="V-PopupsIdentity"><div class="e-signature-place"><div class="squire-wysiwyg" contenteditable="true"></div></div></dialog></div>
    <script src="/packages/squire-rte/dist/squire-raw.js"></script>
    <script>
      const sanitizeToDOMFragment = (text) => {
        const fragment = document.createDocumentFragment();
        fragment.append(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
        return fragment;
      };
      const editor = new Squire(document.querySelector('#V-PopupsCompose .squire-wysiwyg'), { sanitizeToDOMFragment });
      editor.setHTML('<div>Hello,</div>');
      window.readMail = () => editor.getHTML();
    </script>`,
};

const site: Site = (request) => {
  const body = bodies[request.host];
  if (body && request.url.pathname.startsWith('/write')) return html(page('Webmail', body, style));
  return servePackages(request);
};

export const moreWebmails = Object.fromEntries(Object.keys(bodies).map((host) => [host, site]));
