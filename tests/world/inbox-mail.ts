import type { Showcase, ShownBadge } from './showcase.ts';

/** A mail with the showcase in it, as a colleague's mail program would send it (RFC 5322, both alternatives). */
export function makeInboxMail(showcase: Showcase, to: string): string {
  const boundary = 'lapelpin-parts';
  const part = (type: string, content: string) =>
    [`--${boundary}`, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '']
      .concat(toBase64Lines(content))
      .join('\r\n');
  return [
    `From: =?utf-8?B?${toBase64('이서연')}?= <seoyeon.lee@example.com>`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${toBase64(inboxSubject)}?=`,
    'Date: Mon, 05 Oct 2026 09:30:00 +0900',
    'Message-ID: <badges-of-the-team@example.com>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    part('text/plain', toText(showcase)),
    part('text/html', toHtml(showcase)),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

export const inboxSubject = '우리 팀이 받은 배지 모음';

const linked = ['valid', 'expired', 'revoked', 'forged', 'unknown'] as const;

function toHtml(showcase: Showcase): string {
  const { imageUrl, name } = showcase.valid;
  return `<html><body>
<p>안녕하세요, 이번 분기에 우리 팀이 받은 배지예요.</p>
${linked.map((label) => row(showcase[label], label)).join('\n')}
<p id="picture">링크 없이 그림만 붙인 배지: <img src="${imageUrl}" alt="${name}" width="55" height="55"></p>
<p id="ordinary">자세한 내용은 <a href="https://www.example.com/news">소식지</a>에서 볼 수 있어요.</p>
<p>이서연 드림</p>
</body></html>`;
}

const row = ({ pageUrl, imageUrl, name }: ShownBadge, label: string) =>
  `<p id="${label}"><a href="${pageUrl}"><img src="${imageUrl}" alt="${name}" width="55" height="55"></a> <a href="${pageUrl}">${name}</a></p>`;

function toText(showcase: Showcase): string {
  const lines = linked.map((label) => `${showcase[label].name}\n${showcase[label].pageUrl}`);
  return `안녕하세요, 이번 분기에 우리 팀이 받은 배지예요.\n\n${lines.join('\n\n')}\n\nhttps://www.example.com/news\n\n이서연 드림\n`;
}

const toBase64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
/** Mail lines end at 76 characters. */
const toBase64Lines = (text: string) => toBase64(text).match(/.{1,76}/g) ?? [];
