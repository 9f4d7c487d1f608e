import { describe, expect, it } from 'vitest';
import { countTraces, traces } from '@/utils/pages/insertion';

const link = 'https://www.credly.com/badges/11111111-2222-4333-8444-555555555555';
const insertion = { html: '', text: `Cloud Architect\n${link}`, links: [link] };

function editor(content: string): HTMLElement {
  const page = new DOMParser().parseFromString(`<div id="editor">${content}</div>`, 'text/html');
  const element = page.getElementById('editor');
  if (!element) throw new Error('no editor');
  return element;
}

describe('insertion', () => {
  it.each([
    ['nothing', '<p>Hello</p>', 0],
    ['a link', `<p><a href="${link}">badge</a></p>`, 1],
    ['the address as text', `<p>see ${link}</p>`, 1],
    ['the address at the end of a sentence', `<p>see ${link}.</p>`, 1],
    ['a longer address that begins the same', `<p>see ${link}0 and ${link}-b</p>`, 0],
    ['the address above another line', `<div>${link}</div><div>Haneul</div>`, 1],
    ['the address before a line break', `<p>${link}<br>Haneul</p>`, 1],
    ['a picture and a name, both linked', `<a href="${link}"><img></a><a href="${link}">name</a>`, 2],
    ['a link that a mail host rewrote', `<a href="https://www.google.com/url?q=${link}">x</a>`, 1],
    ['a quoted mail with our own signature in it', `<blockquote><a href="${link}">x</a></blockquote>`, 0],
    ['the same in Gmail', `<div class="gmail_quote"><a href="${link}">x</a></div>`, 0],
    ['the same below Outlook’s mark', `<div id="appendonsend"></div><div><a href="${link}">x</a></div>`, 0],
    [
      'our signature above a quote',
      `<a href="${link}">x</a><div id="divRplyFwdMsg"></div><a href="${link}">y</a>`,
      1,
    ],
  ])('counts %s', (_, content, count) => {
    expect(countTraces(editor(content), insertion)).toEqual([count]);
  });

  it('looks for the first line of the text when the badges have no links', () => {
    const plain = { html: '', text: '\n Sample badge \nof nobody', links: [] };
    expect(traces(plain)).toEqual(['Sample badge']);
    expect(countTraces(editor('<p>Sample\n badge</p>'), plain)).toEqual([1]);
  });
});
