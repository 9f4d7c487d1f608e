/** One way to get content into an editor. `page-paste` needs the page's own world and is carried out by the popup. */
export type InsertStep = 'html' | 'page-paste' | 'text';

/** What we must know of an editor that is not just an editable element. Told apart by what it is, never by words. */
export interface EditorKind {
  /** For reports. */
  readonly id: string;
  /** Matches the editing host. */
  readonly selector: string;
  /** In the order in which they are tried; each is judged by looking for our links afterwards. */
  readonly steps: readonly InsertStep[];
  /** An empty line behind the block, so that the caret has a place after a table. */
  readonly lineBehind: boolean;
  /**
   * Makes the editor's own undo take note of its content. Called before and after the insertion, so that one Ctrl+Z
   * takes back exactly our block and not what was typed before it.
   */
  takeNote?(editor: HTMLElement): void;
}

/** Measured with the real packages in both browsers (facts on pages, section 4). The last one is everything else. */
const kinds: readonly EditorKind[] = [
  // CKEditor 5 drops whatever is put into its element, while execCommand says it worked; it believes only a paste.
  { id: 'ckeditor', selector: '.ck-editor__editable', steps: ['page-paste', 'text'], lineBehind: false },
  // Quill 1 knows no tables and loses its caret over one that appears in its element; Quill 2 takes a paste.
  { id: 'quill', selector: '.ql-editor', steps: ['page-paste', 'text'], lineBehind: false },
  // ProseMirror opens a line behind a block itself.
  { id: 'prosemirror', selector: '.ProseMirror', steps: ['html', 'page-paste', 'text'], lineBehind: false },
  {
    id: 'tinymce',
    selector: '.mce-content-body',
    steps: ['html', 'page-paste', 'text'],
    lineBehind: true,
    // TinyMCE adds an undo level when a key goes up while Ctrl is held, as after its own shortcuts.
    takeNote: (editor) =>
      editor.dispatchEvent(
        new KeyboardEvent('keyup', { key: 'Control', code: 'ControlLeft', ctrlKey: true, bubbles: true }),
      ),
  },
  {
    id: 'roosterjs',
    // roosterjs: by its places in Outlook and Proton; elsewhere the inline style that it gives its element is all there is.
    selector: '[id^="editorParent_"] *, #rooster-editor, [style*="user-select: text"]',
    steps: ['html', 'page-paste', 'text'],
    lineBehind: true,
    // It takes a snapshot at the end of every composition, whether or not one had begun.
    takeNote: (editor) => editor.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
  },
  {
    id: 'editable',
    selector: '*',
    steps: ['html', 'page-paste', 'text'],
    lineBehind: true,
    takeNote: noteInSquire,
  },
];

/**
 * Squire (Fastmail, SnappyMail) has no mark of its own, but it refuses to cut when nothing is selected, and it saves its
 * state before every blank. Neither event does anything elsewhere, and neither leaves the editor's own element.
 */
function noteInSquire(editor: HTMLElement): void {
  if (editor.ownerDocument.getSelection()?.isCollapsed !== true) return;
  const isRefused = !editor.dispatchEvent(new ClipboardEvent('cut', { cancelable: true }));
  if (isRefused) editor.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', code: 'Space' }));
}

const plainText: EditorKind = {
  id: 'textarea',
  selector: 'textarea',
  steps: ['text'],
  lineBehind: false,
  // Chromium takes text put in behind what was just typed for more typing; a caret that moved ends that.
  takeNote(editor) {
    if (!isTextArea(editor)) return;
    const { selectionStart, selectionEnd } = editor;
    editor.setSelectionRange(0, 0);
    editor.setSelectionRange(selectionStart, selectionEnd);
  },
};

function isTextArea(editor: HTMLElement): editor is HTMLTextAreaElement {
  return editor.tagName === 'TEXTAREA';
}

/** How to treat an editor. */
export function kindOf(editor: HTMLElement): EditorKind {
  if (editor.matches(plainText.selector)) return plainText;
  return kinds.find(({ selector }) => editor.matches(selector)) ?? plainText;
}
