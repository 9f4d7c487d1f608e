import { beforeEach, describe, expect, it } from 'vitest';
import { findBadges, type FoundBadge } from '@/utils/pages/find-badges';

const one = '11111111-2222-4333-8444-555555555555';
const two = '22222222-2222-4333-8444-555555555555';
const badge = (id: string) => `https://www.credly.com/badges/${id}`;
const picture = `https://images.credly.com/size/110x110/images/${one}/x.png`;

function find(body: string, isOnlyThere = false): FoundBadge[] {
  const page = new DOMParser().parseFromString(`<main>${body}</main>`, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
  const found: FoundBadge[] = [];
  findBadges(document, { within: '.message', isOnlyThere }, new AbortController().signal, (item) =>
    found.push(item),
  );
  return found;
}

describe('find-badges', () => {
  beforeEach(() => document.body.replaceChildren());

  it('marks a link to a badge, wherever it stands: pages change, its address does not', () => {
    const body = `<a href="${badge(one)}">outside</a><div class="message"><a href="${badge(two)}">inside</a></div>`;
    const found = find(body);
    expect(found.map(({ element }) => element.textContent)).toEqual(['outside', 'inside']);
    expect(found[1]?.kind).toEqual({ kind: 'badge', reference: { sourceId: 'credly', id: two } });
    expect(find(body, true).map(({ element }) => element.textContent)).toEqual(['inside']);
  });

  it.each([
    [
      'SafeLinks',
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(badge(one))}&data=x`,
    ],
    [
      'LinkedIn',
      `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(badge(one)).replaceAll('.', '%2E')}`,
    ],
    ['Google', `https://www.google.com/url?q=${encodeURIComponent(badge(one))}&source=gmail`],
  ])('sees through the redirector of %s', (_, href) => {
    expect(find(`<div class="message"><a href="${href.replaceAll('&', '&amp;')}">x</a></div>`)).toHaveLength(
      1,
    );
  });

  it('gives a badge that stands several times in one area one mark, beside its picture if it has one', () => {
    const found = find(
      `<div class="message"><a href="${badge(one)}"><img src="${picture}"></a><a href="${badge(one)}">again</a></div>`,
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.element.tagName).toBe('IMG');
  });

  it('gives the same badge in two messages two marks', () => {
    const message = `<div class="message"><a href="${badge(one)}">x</a></div>`;
    expect(find(message + message)).toHaveLength(2);
  });

  it('calls a picture without a link to its badge a picture, also while the webmail holds it back', () => {
    const kinds = find(
      `<div class="message"><img src="${picture}"><a href="https://example.com/"><img src="${picture}?2"></a>
       <img data-x-src="${picture}?3"></div>`,
    ).map(({ kind }) => kind.kind);
    expect(kinds).toEqual(['picture', 'picture', 'picture']);
  });

  it('names the host of an imitation', () => {
    const [found] = find(
      `<div class="message"><a href="https://www.credly.com.badges.example/badges/${one}">x</a></div>`,
    );
    expect(found?.kind).toEqual({
      kind: 'imitation',
      sourceId: 'credly',
      host: 'www.credly.com.badges.example',
    });
  });

  it('leaves alone what is not a badge: other pages of the platform, other sites, javascript', () => {
    expect(
      find(
        `<div class="message"><a href="https://www.credly.com/organizations/x">a</a><a href="https://example.com/credly">b</a>
         <a href="javascript:credly(1)">c</a><a href="//credly">d</a></div>`,
      ),
    ).toEqual([]);
  });
});
