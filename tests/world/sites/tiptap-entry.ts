import { Editor } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { StarterKit } from '@tiptap/starter-kit';

/** Bundled for the editor pages: TipTap is published as modules only. */
Object.assign(window, {
  /** `isPlain` leaves links and pictures out of the schema, as LinkedIn does. */
  createTipTap(element: Element, content: string, isPlain: boolean): Editor {
    const extensions = isPlain
      ? [StarterKit.configure({ link: false })]
      : [StarterKit, Image.configure({ inline: true })];
    return new Editor({ element, content, extensions });
  },
});
