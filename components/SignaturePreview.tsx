import { h, render, type ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { safeUrl } from '@/utils/html';
import { t } from '@/utils/i18n';
import { gmail } from '@/utils/mail-clients/gmail';
import type { MailClient } from '@/utils/mail-clients/mail-client';
import { darkGround, invertColours, lightGround } from './mail-colours';

/** How a reader looks at a mail. */
export interface MailView {
  readonly client: MailClient;
  readonly isDark: boolean;
  readonly isPhone: boolean;
  /** Pictures are not loaded yet, as most programs begin. */
  readonly isBlocked: boolean;
}

interface SignaturePreviewProps {
  readonly html: string;
  /** Stored pictures by their address: our pages ask no host, so these stand in. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly view?: MailView;
}

const plainView: MailView = { client: gmail, isDark: false, isPhone: false, isBlocked: false };

/** What layouts are made of. Anything else would not survive mail and is not drawn here either. */
const tags: ReadonlySet<string> = new Set(['table', 'tbody', 'tr', 'td', 'a', 'img', 'br', 'b']);
const attributes = [
  'cellpadding',
  'cellspacing',
  'border',
  'width',
  'height',
  'align',
  'valign',
  'colspan',
  'bgcolor',
];
/** A code of our own making; nothing else is shown from inside of a signature. */
const ownPicture = 'data:image/png;base64,';

/**
 * A signature as its reader will see it: the very string that is copied, drawn node by node into a shadow root, where no
 * style of ours reaches it. (A frame would inherit our content security policy and lose every inline style; styles set by
 * script are allowed.) Nothing is loaded: pictures are those of the library.
 */
export function SignaturePreview({ html, pictures, view = plainView }: SignaturePreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    render(<Mail html={html} pictures={pictures} view={view} />, root);
  });
  return (
    <figure class="preview" aria-label={t('signaturePreview')} data-dark={isGroundDark(view)}>
      <div ref={frame} class={view.isPhone ? 'preview-mail phone' : 'preview-mail'} />
    </figure>
  );
}

function isGroundDark(view: MailView): boolean {
  return view.isDark && darkModeOf(view) !== 'kept';
}

function darkModeOf({ client, isPhone }: MailView) {
  return client.dark[isPhone ? 'phone' : 'desktop'];
}

function Mail({ html, pictures, view }: Required<SignaturePreviewProps>) {
  // A style attribute that a parser meets is reported as a breach of our policy. Quotes in values are escaped, so
  // nothing but the layout's own attributes can match.
  const unstyled = html.replaceAll(' style="', ' data-style="');
  const { body } = new DOMParser().parseFromString(unstyled, 'text/html');
  const { ground, text } = isGroundDark(view) ? darkGround : lightGround;
  const style = {
    all: 'initial',
    display: 'block',
    padding: '16px',
    overflow: 'auto',
    background: ground,
    color: text,
    font: "13px/18px Arial, 'Malgun Gothic', sans-serif",
    colorScheme: isGroundDark(view) ? 'dark' : 'light',
  };
  return <div style={style}>{[...body.childNodes].map((node) => toNode(node, pictures, view))}</div>;
}

function toNode(node: Node, pictures: ReadonlyMap<string, string>, view: MailView): ComponentChild {
  if (!(node instanceof Element)) return node.textContent;
  const tag = node.localName;
  if (!tags.has(tag)) return null;
  if (tag === 'img') return toPicture(node, pictures, view);
  const children = [...node.childNodes].map((child) => toNode(child, pictures, view));
  const props = toProps(node, view);
  return h(tag, { ...props, ...(tag === 'a' ? linkProps(node, props['style'] ?? '') : {}) }, ...children);
}

function toProps(element: Element, view: MailView): Record<string, string> {
  const isInverted = view.isDark && darkModeOf(view) === 'inverted';
  const seen = (value: string) => (isInverted ? invertColours(value) : value);
  const kept = attributes.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, seen(value)] as const];
  });
  return { ...Object.fromEntries(kept), style: seen(element.getAttribute('data-style') ?? '') };
}

/** The stored picture; its text in a box of its size where it is blocked, not stored or not shown by this program. */
function toPicture(element: Element, pictures: ReadonlyMap<string, string>, view: MailView): ComponentChild {
  const source = element.getAttribute('src') ?? '';
  const alt = element.getAttribute('alt') ?? '';
  const isOwn = source.startsWith(ownPicture);
  const isShown = isOwn ? view.client.showsOwnPictures[view.isPhone ? 'phone' : 'desktop'] : !view.isBlocked;
  const shown = isOwn ? source : pictures.get(source);
  if (isShown && shown) return h('img', { ...toProps(element, view), src: shown, alt });
  const { style } = toProps(element, view);
  const side = (name: string) => `${Number(element.getAttribute(name)) || 0}px`;
  const box = `display:inline-block;box-sizing:border-box;width:${side('width')};height:${side('height')};`;
  const look =
    'overflow:hidden;border:1px solid;font:11px/13px Arial,sans-serif;text-align:left;overflow-wrap:anywhere;';
  return (
    <span role="img" aria-label={alt} style={style + box + look}>
      {alt}
    </span>
  );
}

function linkProps(element: Element, own: string): Record<string, string> {
  const href = safeUrl(element.getAttribute('href'));
  // Mail and phone links lead nowhere from here, and look like links all the same.
  const look = `${own}text-decoration:underline;`;
  return href ? { href, target: '_blank', rel: 'noreferrer' } : { style: look };
}
