import { html, page, type Answer, type WorldRequest } from '../answer.ts';
import { servePackages } from './packages.ts';
import { quillToHtml } from './quill-model.ts';

/** What makes one editor's page: files of its package, its element, and a script that calls `ready(getModel)`. */
interface EditorPage {
  readonly files?: readonly string[];
  readonly body?: string;
  readonly script: string;
}

const host = '<div id="editor"></div>';
const hello = '<p>Hello,</p>';

const tipTap = (isPlain: boolean): EditorPage => ({
  files: ['tiptap.js'],
  script: `const editor = createTipTap(element, '${hello}', ${isPlain});
    window.editor = editor;
    ready(() => editor.getHTML());`,
});

const pages: Readonly<Record<string, EditorPage>> = {
  '/bare': {
    body: `<div id="editor" contenteditable="true" role="textbox" aria-multiline="true">${hello}</div>`,
    script: 'ready(() => element.innerHTML);',
  },
  '/textarea': {
    body: '<textarea id="editor" rows="12" cols="80">Hello,</textarea>',
    script: 'ready(() => element.value);',
  },
  '/tinymce': {
    files: ['tinymce/tinymce.min.js'],
    body: `<textarea id="editor">${hello}</textarea>`,
    script: `tinymce.init({ target: element, height: 320, menubar: false, branding: false, plugins: 'link image table',
      toolbar: 'undo redo | bold italic | link image', convert_urls: false,
      init_instance_callback: (editor) => ready(() => editor.getContent()) });`,
  },
  '/squire': {
    files: ['squire-rte/dist/squire-raw.js'],
    script: `const sanitizeToDOMFragment = (text) => {
      const fragment = document.createDocumentFragment();
      fragment.append(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
      return fragment;
    };
    const editor = new Squire(element, { sanitizeToDOMFragment });
    editor.setHTML('<div>Hello,</div>');
    window.editor = editor;
    ready(() => editor.getHTML());`,
  },
  '/ckeditor': {
    files: ['ckeditor5/dist/browser/ckeditor5.css', 'ckeditor5/dist/browser/ckeditor5.umd.js'],
    body: `<div id="editor">${hello}</div>`,
    script: `const { ClassicEditor, Essentials, Paragraph, Bold, Italic, Undo, Link, Image, Table } = CKEDITOR;
    ClassicEditor.create(element, { licenseKey: 'GPL',
      plugins: [Essentials, Paragraph, Bold, Italic, Undo, Link, Image, Table],
      toolbar: ['undo', 'redo', '|', 'bold', 'italic', 'link', 'insertTable'],
    }).then((editor) => { window.editor = editor; ready(() => editor.getData()); });`,
  },
  '/tiptap': tipTap(false),
  '/tiptap-plain': tipTap(true),
  '/rooster': {
    files: ['roosterjs/dist/rooster.js'],
    script: `const editor = roosterjs.createEditor(element, [], roosterjs.createModelFromHtml('<div>Hello,</div>'));
    window.editor = editor;
    ready(() => roosterjs.exportContent(editor));`,
  },
  '/quill': {
    files: ['quill/dist/quill.snow.css', 'quill/dist/quill.min.js'],
    body: `<div id="editor">${hello}</div>`,
    script: `${quillToHtml}
    const editor = new Quill(element, { theme: 'snow' });
    window.editor = editor;
    ready(() => quillToHtml(editor));`,
  },
};

/**
 * One page for each editor that webmails and sites are built with: the real package, with "Hello," in it. A test reads
 * the editor's own export through `window.getModel()` once `window.isReady` is true: what stands in the element but
 * not in the model would not be sent.
 */
export async function editors(request: WorldRequest): Promise<Answer | null> {
  const editor = pages[request.url.pathname];
  if (!editor) return servePackages(request);
  const isDark = request.url.searchParams.get('theme') === 'dark';
  const name = request.url.pathname.slice(1);
  return html(page(`Editor: ${name}`, bodyOf(name, editor), headOf(editor, isDark)));
}

function headOf({ files = [] }: EditorPage, isDark: boolean): string {
  const tags = files.map((file) =>
    file.endsWith('.css')
      ? `<link rel="stylesheet" href="/packages/${file}">`
      : `<script src="/packages/${file}"></script>`,
  );
  return `${tags.join('')}<style>
    body { font: 16px/1.5 system-ui, sans-serif; margin: 40px auto; max-width: 760px; padding: 0 16px;
      color: ${isDark ? '#e8e8e8' : '#222'}; background: ${isDark ? '#1b1c1e' : '#fff'} }
    h1 { font-size: 18px }
    #editor:not(textarea) { min-height: 220px; padding: 12px; border: 1px solid #888; border-radius: 4px }
    textarea { font: inherit; max-width: 100% } .ProseMirror { min-height: 196px; outline: none }
  </style>`;
}

function bodyOf(name: string, { body = host, script }: EditorPage): string {
  return `<h1>${name}</h1>${body}<script>
    const element = document.getElementById('editor');
    const ready = (getModel) => { window.getModel = getModel; window.isReady = true; };
    ${script}
  </script>`;
}
