import { h, type ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { safeUrl } from '@/utils/html';
import { t } from '@/utils/i18n';

interface SignaturePreviewProps {
  readonly html: string;
  /** Stored pictures by their address: our pages ask no host, so these stand in. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What layouts are made of. Anything else would not survive mail and is not drawn here either. */
const tags: ReadonlySet<string> = new Set(['table', 'tbody', 'tr', 'td', 'a', 'img', 'br']);
const attributes = ['cellpadding', 'cellspacing', 'border', 'width', 'height', 'align', 'valign', 'colspan'];

/**
 * A signature as its reader will see it: the very string that is copied, drawn node by node. (A frame would inherit
 * our content security policy and lose every inline style; styles set by script are allowed.)
 */
export function SignaturePreview({ html, pictures }: SignaturePreviewProps) {
  const nodes = useMemo(() => {
    // A style attribute that a parser meets is reported as a breach of our policy. Quotes in values are escaped, so
    // nothing but the layout's own attributes can match.
    const unstyled = html.replaceAll(' style="', ' data-style="');
    const { body } = new DOMParser().parseFromString(unstyled, 'text/html');
    return [...body.childNodes].map((node) => toNode(node, pictures));
  }, [html, pictures]);
  return (
    <figure class="preview" aria-label={t('signaturePreview')}>
      {nodes}
    </figure>
  );
}

function toNode(node: Node, pictures: ReadonlyMap<string, string>): ComponentChild {
  if (!(node instanceof Element)) return node.textContent;
  const tag = node.localName;
  if (!tags.has(tag)) return null;
  const children = [...node.childNodes].map((child) => toNode(child, pictures));
  return h(tag, toProps(node, pictures), ...children);
}

function toProps(element: Element, pictures: ReadonlyMap<string, string>): Record<string, string> {
  const kept = attributes.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    style: element.getAttribute('data-style') ?? '',
    ...(element.localName === 'img' ? pictureProps(element, pictures) : {}),
    ...(element.localName === 'a' ? linkProps(element) : {}),
  };
}

function pictureProps(element: Element, pictures: ReadonlyMap<string, string>): Record<string, string> {
  const stored = pictures.get(element.getAttribute('src') ?? '');
  return { alt: element.getAttribute('alt') ?? '', ...(stored ? { src: stored } : {}) };
}

function linkProps(element: Element): Record<string, string> {
  const href = safeUrl(element.getAttribute('href'));
  return href ? { href, target: '_blank', rel: 'noreferrer' } : {};
}
