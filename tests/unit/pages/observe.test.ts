import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { observe } from '@/utils/pages/observe';

const selector = 'a[href*="badge"]';
/** What is added is looked through in a pause of the page. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

function link(href: string, text = ''): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}

let over: AbortController;

describe('observe', () => {
  beforeEach(() => {
    document.body.replaceChildren();
    over = new AbortController();
  });
  afterEach(() => over.abort());

  it('finds what is there, then what is added, each once', async () => {
    document.body.append(link('/badge/1', 'one'));
    const texts: (string | null)[] = [];
    observe(document, { selector }, over.signal, (element) => texts.push(element.textContent));
    expect(texts).toEqual(['one']);
    const list = document.createElement('div');
    list.append(link('/badge/2', 'two'), link('/other', 'no'));
    document.body.append(list);
    await settled();
    document.body.prepend(list); // moved within the page: the same element
    await settled();
    expect(texts).toEqual(['one', 'two']);
  });

  it('ends what was found when the element leaves the page, and finds it again when it comes back', async () => {
    const element = link('/badge/1');
    document.body.append(element);
    const signals: AbortSignal[] = [];
    observe(document, { selector }, over.signal, (_, own) => signals.push(own));
    element.remove();
    await settled();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    document.body.append(element);
    await settled();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('takes a link anew when its address changes, so that no mark stays beside another badge', async () => {
    const element = link('/badge/1');
    document.body.append(element);
    const found: string[] = [];
    const signals: AbortSignal[] = [];
    observe(document, { selector, attributes: ['href'] }, over.signal, (target, own) => {
      found.push(target.getAttribute('href') ?? '');
      signals.push(own);
    });
    element.setAttribute('href', '/badge/2');
    await settled();
    element.setAttribute('href', '/elsewhere');
    await settled();
    expect(found).toEqual(['/badge/1', '/badge/2']);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('looks into a named host, even when its shadow root comes later', async () => {
    const host = document.createElement('div');
    host.id = 'outlet';
    document.body.append(host);
    const found: Element[] = [];
    const observed = { selector, shadowHosts: '#outlet' };
    observe(document, observed, over.signal, (element) => found.push(element));
    const root = host.attachShadow({ mode: 'open' });
    document.body.append(document.createElement('p')); // whatever happens next on the page
    await settled();
    root.append(link('/badge/in-shadow'));
    await settled();
    expect(found).toHaveLength(1);
  });

  it('looks into open shadow roots that have no name: of empty elements at once, of others when they are used', async () => {
    const found: (string | null)[] = [];
    const { signal } = over;
    observe(document, { selector }, signal, (element) => found.push(element.textContent));
    const [plain, custom] = [document.createElement('div'), document.createElement('mail-app')];
    custom.append('words');
    plain.attachShadow({ mode: 'open' }).append(link('/badge/1', 'plain'));
    const inner = custom.attachShadow({ mode: 'open' });
    const field = document.createElement('input');
    inner.append(link('/badge/2', 'custom'), field);
    const around = document.createElement('section');
    around.append(plain, custom);
    document.body.append(around);
    await settled();
    expect(found).toEqual(['plain']);
    field.dispatchEvent(new Event('focusin', { bubbles: true, composed: true }));
    expect(found).toEqual(['plain', 'custom']);
    inner.append(link('/badge/3', 'later'));
    await settled();
    expect(found).toEqual(['plain', 'custom', 'later']);
  });

  it('looks through what is added once for all that search, and tells each only its own', async () => {
    const { signal } = over;
    const [links, fields]: Element[][] = [[], []];
    observe(document, { selector }, signal, (element) => links?.push(element));
    observe(document, { selector: 'textarea' }, signal, (element) => fields?.push(element));
    const part = document.createElement('p');
    part.append(link('/badge/1'), document.createElement('textarea'));
    document.body.append(part);
    await settled();
    expect(links?.map(({ tagName }) => tagName)).toEqual(['A']);
    expect(fields?.map(({ tagName }) => tagName)).toEqual(['TEXTAREA']);
  });

  it('does nothing after the signal has aborted', async () => {
    const controller = new AbortController();
    const found: Element[] = [];
    observe(document, { selector }, controller.signal, (element) => found.push(element));
    controller.abort();
    document.body.append(link('/badge/1'));
    await settled();
    expect(found).toEqual([]);
  });
});
