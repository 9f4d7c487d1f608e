/** What a new release, another language or another framework does to a page. */
export const scrambles = [
  'nothing',
  'renamed',
  'translated',
  'doubled',
  'unwrapped',
  'in-shadow',
  'in-frame',
] as const;
export type Scramble = (typeof scrambles)[number];

/**
 * Puts a page's body into a tab, changed. Runs in the page; everything that it needs is inside. What was the field that
 * `fieldSelector` finds before the change is kept as `window.theField`.
 */
export function showScrambled(html: string, how: string, fieldSelector: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const script of page.querySelectorAll('script, link, meta, base')) script.remove();
  const body = document.createElement('div');
  body.append(...page.body.childNodes);
  const field = fieldSelector ? body.querySelector(fieldSelector) : null;
  const all = [...body.querySelectorAll('*')];
  if (how === 'renamed')
    all.forEach((element, index) => {
      if (element.hasAttribute('class')) element.setAttribute('class', `x${index % 7}`);
    });
  if (how === 'translated') {
    for (const element of all)
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-tooltip'])
        if (element.hasAttribute(name)) element.setAttribute(name, '번역된 말');
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (walker.currentNode.nodeValue?.trim()) walker.currentNode.nodeValue = ' 번역된 글 ';
  }
  const isPlain = (element: Element) =>
    element.localName === 'div' && element !== field && !element.closest('svg, table > *:not(tbody)');
  if (how === 'doubled')
    for (const element of all.filter(isPlain)) {
      const wrapper = document.createElement('div');
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  // A wrapper is what has nothing but its place: a role, an id or an attribute of the program's own is more than that.
  if (how === 'unwrapped')
    for (const element of all.filter(isPlain)) {
      const isBare = [...element.attributes].every(({ name }) => name === 'class' || name === 'style');
      if (isBare && element.childElementCount === 1) element.replaceWith(...element.childNodes);
    }
  // Recorded without its styles, an empty field would have no size.
  if (field instanceof HTMLElement) Object.assign(field.style, { minWidth: '300px', minHeight: '80px' });
  document.body.replaceChildren();
  Object.assign(window, { theField: field });
  if (how === 'in-shadow') {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(body);
    return document.body.append(host);
  }
  if (how === 'in-frame') {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width: 100%; height: 700px; border: 0';
    document.body.append(frame);
    frame.contentDocument?.body.append(body);
    return undefined;
  }
  return document.body.append(...body.childNodes);
}
