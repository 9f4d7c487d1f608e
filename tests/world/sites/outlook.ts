import { html, page, type Site } from '../answer.ts';
import type { Showcase } from '../showcase.ts';
import { mailBody, mailStyle, receive, type MailRewriter, type SentMail } from './mail.ts';
import { servePackages } from './packages.ts';

const labels = {
  en: {
    compose: 'New mail',
    send: 'Send',
    body: 'Message body, press Alt+F10 to exit',
    subject: 'Add a subject',
  },
  ko: { compose: '새 메일', send: '보내기', body: '메시지 본문', subject: '제목 추가' },
} as const;
type Labels = (typeof labels)[keyof typeof labels];

const wrap = (url: string, region: string) =>
  `https://${region}.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C01%7Chaneul%40example.org&sdata=x%3D&reserved=0`;

/** SafeLinks around every link, twice around the second; classes and ids of the sender prefixed. */
const rewrite: MailRewriter = {
  link: (url, words, index) => {
    const safe = index === 1 ? wrap(wrap(url, 'eur02'), 'nam11') : wrap(url, 'nam11');
    return `<a href="${safe.replaceAll('&', '&amp;')}" originalsrc="${url}" shash="x" data-auth="Verified" id="LPlnk${index}" rel="noreferrer" target="_blank" class="x_link">${words}</a>`;
  },
  picture: (url) => url,
};

/** Outlook on the web as it was recorded (facts on pages, 2.1), with the real roosterjs in its compose. */
export function createOutlook(showcase: Showcase) {
  const sent: SentMail[] = [];
  const site: Site = async (request) => {
    const { pathname, searchParams } = request.url;
    const received = receive(request, sent) ?? (await servePackages(request));
    if (received) return received;
    if (!pathname.startsWith('/mail/')) return null;
    const words = searchParams.get('hl') === 'ko' ? labels.ko : labels.en;
    const head = `${mailStyle(searchParams.get('theme') === 'dark')}<script src="/packages/roosterjs/dist/rooster.js"></script>`;
    return html(
      page('Outlook', mailbox(words, mailBody(showcase, rewrite)), head, searchParams.get('hl') ?? 'en'),
    );
  };
  return { site, sent };
}

function mailbox(words: Labels, body: string): string {
  return `<header>Mail <button class="compose">${words.compose}</button></header>
<div id="ReadingPaneContainerId" class="reading"><div role="document" class="dFCbN allowTextSelection"><div class="XbIp4 jmmB7 GNqVo allowTextSelection OuGoX" id="UniqueMessageBody_29" tabindex="0" aria-label="${words.body}"><div class="rps_1a2b">${body}</div></div></div></div>
<template id="compose"><div id="docking_InitVisiblePart_0" class="window" data-app-section="MailReadCompose">
<div contenteditable="true" class="to" aria-label="To" style="min-height:20px;padding:8px 12px"></div>
<input id="MSG_a1_SUBJECT" placeholder="${words.subject}" aria-label="${words.subject}">
<div id="editorParent_1" class="editor-frame"><div tabindex="0" dir="ltr" class="dFCbN k1Ttj dPKNh DziEn" role="textbox" aria-multiline="true" aria-label="${words.body}" contenteditable="true"></div></div>
<table><tbody><tr><td><button id="splitButton-r1__primaryActionButton">${words.send}</button></td></tr></tbody></table></div></template>
<script>${script}</script>`;
}

/** What is sent is what rooster's own content model exports, not what stands in the element. */
const script = `
document.querySelector('.compose').addEventListener('click', () => {
  const root = document.getElementById('compose').content.firstElementChild.cloneNode(true);
  document.body.append(root);
  const element = root.querySelector('#editorParent_1 > div');
  const editor = roosterjs.createEditor(element, [], roosterjs.createModelFromHtml('<div class="elementToProof"><br></div>'));
  window.getModel = () => roosterjs.exportContent(editor);
  editor.focus();
  root.querySelector('[id$=__primaryActionButton]').addEventListener('click', () => {
    const subject = root.querySelector('[id$=_SUBJECT]').value;
    const mail = { subject, html: roosterjs.exportContent(editor), text: roosterjs.exportContent(editor, 'PlainText') };
    void fetch('/send', { method: 'POST', body: JSON.stringify(mail) }).then(() => { editor.dispose(); root.remove(); document.title = 'sent'; });
  });
});`;
