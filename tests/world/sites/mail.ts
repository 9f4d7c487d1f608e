import type { Answer, WorldRequest } from '../answer.ts';
import type { ShownBadge, Showcase } from '../showcase.ts';

/** What a page's Send button handed over: what the editor itself says that it holds. */
export interface SentMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Takes in what a page sends to `/send`. Null for every other request. */
export function receive(request: WorldRequest, sent: SentMail[]): Answer | null {
  if (request.method !== 'POST' || request.url.pathname !== '/send') return null;
  sent.push(JSON.parse(request.body) as SentMail);
  return { status: 204, body: '' };
}

/** How a webmail rewrites what a sender wrote: its links and the addresses of its pictures. */
export interface MailRewriter {
  readonly link: (url: string, words: string, index: number) => string;
  readonly picture: (url: string) => string;
}

/** An invented mail with a badge for each verdict, a picture without proof, an imitation and ordinary links. */
export function mailBody(
  { valid, expired, revoked, forged, unknown }: Showcase,
  rewrite: MailRewriter,
): string {
  const imitation = valid.pageUrl.replace('www.credly.com', 'www.credly.com.badges.example');
  const row = (badge: ShownBadge, index: number) =>
    `<tr><td style="padding:8px 28px 8px 0">${rewrite.link(badge.pageUrl, badge.name, index)}</td><td style="color:#777">${badge.issuerName}</td></tr>`;
  return `<p>안녕하세요, 김하늘입니다.</p>
<p>지원서와 함께 제 배지를 보내 드립니다. Here are the badges that I mentioned, and ${rewrite.link('https://portfolio.example.org/haneul', 'my portfolio', 10)}.</p>
<table cellpadding="0" cellspacing="0" border="0">${[valid, expired, revoked, forged, unknown].map(row).join('')}</table>
<p>${rewrite.link(imitation, 'One from a page that only looks like Credly', 11)}</p>
<p>${rewrite.link(`${valid.pageUrl}/public_url`, `<img src="${rewrite.picture(valid.imageUrl)}" width="64" height="64" alt="${valid.name}">`, 12)}</p>
<p><img src="${rewrite.picture(expired.imageUrl)}" width="64" height="64" alt="A badge without a link"></p>
<p>감사합니다.<br>김하늘 드림</p>`;
}

/** Look of a mail page, ours and plain. */
export function mailStyle(isDark: boolean): string {
  const [ground, raised, ink, line] = isDark
    ? ['#1f2023', '#2a2b2f', '#e6e6e6', '#44464c']
    : ['#f5f7fa', '#ffffff', '#222222', '#d9dce1'];
  return `<style>
body { margin: 0; font: 14px/1.5 system-ui, 'Noto Sans CJK KR', sans-serif; background: ${ground}; color: ${ink} }
header { padding: 10px 20px; border-bottom: 1px solid ${line}; font-size: 18px }
main, .reading { margin: 16px; padding: 20px 24px; background: ${raised}; border-radius: 12px; max-width: 760px }
a { color: ${isDark ? '#8ab4f8' : '#1a5fb4'} } button { font: inherit; padding: 6px 14px }
.window { position: fixed; right: 32px; bottom: 0; width: 520px; background: ${raised}; border: 1px solid ${line}; border-radius: 10px 10px 0 0; box-shadow: 0 4px 24px rgb(0 0 0 / 25%) }
.window input { width: 100%; box-sizing: border-box; border: 0; border-bottom: 1px solid ${line}; padding: 8px 12px; font: inherit; background: transparent; color: inherit }
.editor-frame { min-height: 220px; padding: 8px 12px } [contenteditable] { min-height: 200px; outline: none }
.window td { padding: 8px } .aoP { width: 100% }
</style>`;
}
