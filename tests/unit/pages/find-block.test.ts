import { describe, expect, it } from 'vitest';
import { findBlock, isSameBlock } from '@/utils/pages/find-block';

const one = 'https://www.credly.com/badges/11111111-2222-4333-8444-555555555555';
const two = 'https://www.credly.com/badges/22222222-2222-4333-8444-555555555555';
const badge = (address = one, name = 'Cloud Architect') =>
  `<td><a href="${address}"><img src="https://images.example/1.png" alt=""></a></td><td><a href="${address}">${name}</a></td>`;
const table = (inside: string, id = 'ours') => `<table id="${id}"><tr>${inside}</tr></table>`;
const insertion = { html: table(badge()), text: `Cloud Architect ${one}`, links: [one] };

function editor(content: string): HTMLElement {
  const page = new DOMParser().parseFromString(`<div id="editor">${content}</div>`, 'text/html');
  const element = page.getElementById('editor');
  if (!element) throw new Error('no editor');
  return element;
}

describe('findBlock', () => {
  it.each([
    ['our table', table(badge())],
    ['one with other badges beside', table(badge() + badge(two))],
    [
      'one with a contact',
      table(
        `<td>Haneul Kim<br><a href="tel:+82">+82</a> <a href="mailto:a@b.example">mail</a></td>${badge()}`,
      ),
    ],
    ['one that a mail host rewrote', table(badge(`https://www.google.com/url?q=${one}`))],
    [
      'the outermost of tables within each other',
      table(`<td><table id="inner"><tr>${badge()}</tr></table></td>`),
    ],
    ['the last of two', `${table(badge(), 'first')}<p>x</p>${table(badge())}`],
    ['one below the user’s own words', `<p>See my badge: <a href="${one}">here</a></p>${table(badge())}`],
  ])('finds %s', (_, content) => {
    expect(findBlock(editor(`<p>Hello</p>${content}`), insertion)?.id).toBe('ours');
  });

  it.each([
    ['a link in a sentence', `<p>I earned <a href="${one}">this</a> last week.</p>`],
    ['a bare picture with its link', `<a href="${one}"><img alt=""></a>`],
    ['a table of other badges', table(badge(two))],
    ['a table with words of the user', table(`<td>${'My long letter to you. '.repeat(20)}</td>${badge()}`)],
    [
      'a table with a picture of the user',
      table(`<td><img src="https://haneul.example/logo.png"></td>${badge()}`),
    ],
    ['a table with a linked logo', table(`<td><a href="https://shop.example/"><img></a></td>${badge()}`)],
    [
      'a table with many links',
      table(`<td>${'<a href="https://news.example/">n</a>'.repeat(7)}</td>${badge()}`),
    ],
    ['a table with a field', table(`<td><input></td>${badge()}`)],
    ['our signature in a quoted mail', `<blockquote>${table(badge())}</blockquote>`],
    ['somebody else’s below Outlook’s mark', `<div id="divRplyFwdMsg"></div>${table(badge())}`],
    ['the same in Gmail', `<div class="gmail_quote">${table(badge())}</div>`],
    ['a quote within a table', table(`<td><blockquote>Hi</blockquote></td>${badge()}`)],
  ])('leaves %s alone', (_, content) => expect(findBlock(editor(content), insertion)).toBeNull());

  it('knows the same block again, whatever the editor did to its styles and pictures', () => {
    const kept = table(badge())
      .replace('images.example', 'proxy.example')
      .replace('<td>', '<td style="color:red">');
    const found = findBlock(editor(kept), insertion);
    expect(found && isSameBlock(found, insertion)).toBe(true);
    for (const html of [table(badge(two)), table(badge() + badge(two)), table(badge(one, 'Another name'))]) {
      expect(found && isSameBlock(found, { ...insertion, html })).toBe(false);
    }
  });
});
