import { caniemail } from 'caniemail';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** The readers whose makers' habits are known. Naver, Daum and NAVER WORKS are not among them. */
export const clients = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'samsung-email.*'] as const;

/** Faults that caniemail finds and that we accept, each with the reason. */
const accepted: readonly { readonly fault: RegExp; readonly reason: string }[] = [];

/** What caniemail says of a signature, but for what is accepted. */
export function findClientFaults(html: string): string[] {
  const { issues } = caniemail({ clients: [...clients], html });
  return [...issues.errors.entries()]
    .flatMap(([client, errors]) => errors.map((error) => `${client}: ${JSON.stringify(error)}`))
    .filter((fault) => !accepted.some((one) => one.fault.test(fault)));
}

/** Elements as a parser of its own reads them, in order. */
export function elementsOf(html: string): Element[] {
  const all: Element[] = [];
  const visit = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      all.push(node);
      visit(node.childNodes);
    }
  };
  visit(parseFragment(html).childNodes);
  return all;
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

const tags: ReadonlySet<string> = new Set(['table', 'tbody', 'tr', 'td', 'a', 'img', 'br', 'b']);
const attributes: ReadonlySet<string> = new Set(
  'cellpadding cellspacing border width height align valign bgcolor colspan style href src alt'.split(' '),
);
const properties: ReadonlySet<string> = new Set(
  'padding background-color font-family font-size line-height color width border'.split(' '),
);

/** Own rules beside caniemail's, which passes a `data:` picture. `isFile`: codes stand in the file itself. */
export function findFaults(html: string, { isFile = false } = {}): string[] {
  const faults = elementsOf(html).flatMap((element) => [
    ...(tags.has(element.tagName) ? [] : [`<${element.tagName}>`]),
    ...element.attrs.flatMap(({ name, value }) => faultsOfAttribute(name, value)),
    ...(element.tagName === 'img' ? faultsOfPicture(element, isFile) : []),
  ]);
  return [...faults, ...(html.length > 10_000 ? [`${html.length} characters`] : [])];
}

function faultsOfAttribute(name: string, value: string): string[] {
  if (!attributes.has(name)) return [`attribute ${name}`];
  if (name === 'href' && !/^(?:https:\/\/|mailto:|tel:)/.test(value)) return [`link to ${value}`];
  if (name !== 'style') return [];
  const named = value
    .split(';')
    .filter(Boolean)
    .map((declaration) => declaration.split(':')[0] ?? '');
  return named.filter((property) => !properties.has(property)).map((property) => `style ${property}`);
}

function faultsOfPicture(picture: Element, isFile: boolean): string[] {
  const source = attributeOf(picture, 'src') ?? '';
  const lacking = ['alt', 'width', 'height'].filter((name) => !attributeOf(picture, name));
  const isCode = isFile && source.startsWith('data:image/png;base64,');
  const isHosted = source.startsWith('https://') && new URL(source).pathname.endsWith('.png');
  const small = Number(attributeOf(picture, 'width')) < 56 ? ['under 56 px'] : [];
  return [...(isCode || isHosted ? [] : [`picture from ${source.slice(0, 40)}`]), ...lacking, ...small];
}
