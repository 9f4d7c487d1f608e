import { html, page, type Site } from '../answer.ts';
import type { Showcase } from '../showcase.ts';
import { mailBody, mailStyle, receive, type MailRewriter, type SentMail } from './mail.ts';

/** Labels in two languages: what we find there must not depend on them. */
const labels = {
  en: { compose: 'Compose', send: 'Send', body: 'Message Body', subject: 'Subject', reply: 'Reply' },
  ko: { compose: '편지쓰기', send: '보내기', body: '메일 본문', subject: '제목', reply: '답장' },
} as const;
type Labels = (typeof labels)[keyof typeof labels];

/** Gmail keeps the address in `href` and adds its own for the click; pictures go through its proxy. */
const rewrite: MailRewriter = {
  link: (url, words) =>
    `<a href="${url}" target="_blank" data-saferedirecturl="https://www.google.com/url?q=${encodeURIComponent(url)}&amp;source=gmail&amp;ust=1&amp;usg=x">${words}</a>`,
  picture: (url) => `https://ci3.googleusercontent.com/meips/ADKq_Nabc=s0-d-e1-ft#${url}`,
};

/** Gmail as it was recorded (facts on pages, section 1): an opened mail, and compose windows with a bare editor. */
export function createGmail(showcase: Showcase) {
  const sent: SentMail[] = [];
  const site: Site = (request) => {
    const { pathname, searchParams } = request.url;
    const received = receive(request, sent);
    if (received) return received;
    if (!pathname.startsWith('/mail/')) return null;
    const words = searchParams.get('hl') === 'ko' ? labels.ko : labels.en;
    const body = searchParams.has('empty')
      ? '<p>내일 회의는 10시입니다. <a href="https://calendar.example.org/">일정</a></p>'
      : mailBody(showcase, rewrite);
    const whole = page(
      'Gmail',
      inbox(words, body),
      mailStyle(searchParams.get('theme') === 'dark'),
      searchParams.get('hl') ?? 'en',
    );
    // As Gmail does: in the page's own world, strings are no HTML.
    return html(whole, {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
    });
  };
  return { site, sent };
}

function inbox(words: Labels, body: string): string {
  return `<div class="aeJ nH"><header>Mail <button class="compose">${words.compose}</button></header>
<div role="main"><div role="list"><div role="listitem" class="h7"><main>
<h2 class="hP" data-legacy-thread-id="190d1f">배지를 보내 드립니다</h2><span class="gD" email="haneul@example.org">김하늘</span>
<div class="adn ads" data-message-id="#msg-f:1805130000000000001" data-legacy-message-id="190d1f0000000001"><div class="ii gt"><div class="a3s aiL">${body}</div></div></div>
<button class="reply">${words.reply}</button><div class="ip"></div></main></div></div></div></div>
<template id="settings"><table><tbody><tr><td>Signature</td><td><div class="signature-setting" style="width:480px" role="textbox" contenteditable="true"><br></div></td></tr></tbody></table></template>
<template id="compose">${composeWindow(words)}</template>
<script>${script}</script>`;
}

/** A compose window: dialog, subject, bare contenteditable, and the row of tools below it. */
function composeWindow(words: Labels): string {
  return `<div class="AD window" role="dialog"><div class="M9"><form><input name="subjectbox" placeholder="${words.subject}" aria-label="${words.subject}"></form>
<table class="aoP"><tbody><tr><td class="Ap"><div class="Ar Au editor-frame"><div class="Am Al editable LW-avf" hidefocus="true" aria-label="${words.body}" g_editable="true" role="textbox" aria-multiline="true" contenteditable="true" spellcheck="false"><br></div></div></td></tr>
<tr class="btC"><td class="gU Up"><div role="button" tabindex="0" class="send T-I">${words.send}</div></td><td class="oc gU">&nbsp;</td></tr></tbody></table></div></div>`;
}

/** Builds with nodes only, as a page under Trusted Types must. */
const script = `
const fromTemplate = () => document.getElementById('compose').content.firstElementChild.cloneNode(true);
const wire = (root) => {
  const editor = root.querySelector('[g_editable]');
  root.querySelector('.send').addEventListener('click', () => {
    const subject = root.querySelector('[name=subjectbox]').value;
    void fetch('/send', { method: 'POST', body: JSON.stringify({ subject, html: editor.innerHTML, text: editor.innerText }) })
      .then(() => { root.remove(); document.title = 'sent'; });
  });
  editor.focus();
};
// The settings are no page of their own: only the hash says so.
if (location.hash.startsWith('#settings'))
  document.querySelector('main').replaceChildren(document.getElementById('settings').content.cloneNode(true));
document.querySelector('.compose').addEventListener('click', () => {
  const root = fromTemplate();
  document.body.append(root);
  wire(root);
});
// The reply below a mail has no dialog around it.
document.querySelector('.reply').addEventListener('click', () => {
  const inner = fromTemplate().firstElementChild;
  document.querySelector('.ip').append(inner);
  wire(inner);
});`;
