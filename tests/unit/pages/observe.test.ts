import { beforeEach, describe, expect, it } from 'vitest';
import { observe } from '@/utils/pages/observe';

const selector = 'a[href*="badge"]';
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function link(href: string, text = ''): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}

describe('observe', () => {
  beforeEach(() => document.body.replaceChildren());

  it('finds what is there, then what is added, each once', async () => {
    document.body.append(link('/badge/1', 'one'));
    const texts: (string | null)[] = [];
    observe(document, { selector }, new AbortController().signal, (element) =>
      texts.push(element.textContent),
    );
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
    observe(document, { selector }, new AbortController().signal, (_, own) => signals.push(own));
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
    observe(document, { selector, attributes: ['href'] }, new AbortController().signal, (target, own) => {
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
    observe(document, observed, new AbortController().signal, (element) => found.push(element));
    const root = host.attachShadow({ mode: 'open' });
    document.body.append(document.createElement('p')); // whatever happens next on the page
    await settled();
    root.append(link('/badge/in-shadow'));
    await settled();
    expect(found).toHaveLength(1);
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
