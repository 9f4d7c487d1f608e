import { html, page, redirect, type Answer, type WorldRequest } from './answer.ts';
import { mintBadge, type MintedBadge } from './credly-badges.ts';
import type { Credly } from './credly.ts';

/** A mail that tells of a badge, or makes as if. */
export interface ClaimMail {
  readonly id: 'korean' | 'english' | 'forged-name' | 'leads-elsewhere' | 'forwarded';
  /** Whether somebody who reads it may be led to its link. */
  readonly isGenuine: boolean;
  readonly from: string;
  readonly subject: string;
  readonly html: string;
}

/** Notifications in Credly's manner, invented; the page where the badge is accepted; and three that are not what they seem. */
export function createClaims(credly: Credly) {
  const waiting = mintBadge('d0d0d0d0-0000', 7);
  const link = `https://www.credly.com/earner/earned/badge/${waiting.id}`;
  credly.addRule((request) => answerClaim(request, waiting, credly));
  return { waiting, link, mails: writeMails(waiting, link, credly.showcase.valid.pageUrl) };
}

/** Shows the badge with a button; pressed, the earner has it. */
function answerClaim(request: WorldRequest, badge: MintedBadge, credly: Credly): Answer | null {
  const path = `/earner/earned/badge/${badge.id}`;
  if (request.host !== 'www.credly.com' || !request.url.pathname.startsWith(path)) return null;
  const [earner] = credly.people;
  if (request.method === 'POST' && earner) {
    if (!earner.badges.includes(badge)) earner.badges = [badge, ...earner.badges];
    return redirect(`https://www.credly.com${path}`);
  }
  const isTaken = earner?.badges.includes(badge) ?? false;
  const form = `<form method="post" action="${path}/accept"><button id="accept">Accept badge</button></form>`;
  return html(page('Credly', `<h1>${badge.name}</h1>${isTaken ? '<p id="taken">Accepted</p>' : form}`));
}

function writeMails(badge: MintedBadge, link: string, knownPage: string): readonly ClaimMail[] {
  const button = (url: string, words: string) =>
    `<p>&nbsp;</p><p><a href="${url}" style="padding:10px 20px;border:1px solid #888">${words}</a></p>`;
  const english = `<p>Congratulations. ${badge.issuer.name} has issued you a badge: ${badge.name}.</p>`;
  const sender = (name: string, address: string) =>
    `=?utf-8?B?${Buffer.from(name, 'utf8').toString('base64')}?= <${address}>`;
  return [
    {
      id: 'korean',
      isGenuine: true,
      from: sender(`${badge.issuer.name} (Credly)`, 'admin@credly.com'),
      subject: '새 배지가 도착했습니다',
      html: `<p>축하합니다. ${badge.issuer.name}에서 배지를 발급했습니다: ${badge.name}</p>${button(link, '배지 수락하기')}`,
    },
    {
      id: 'english',
      isGenuine: true,
      from: sender(`${badge.issuer.name} via Credly`, 'admin@credly.com'),
      subject: 'You earned a badge',
      html: `${english}${button(link, 'Accept badge')}`,
    },
    {
      id: 'forged-name',
      isGenuine: false,
      from: sender('Credly admin@credly.com', 'badges@mail.example.com'),
      subject: 'You earned a badge',
      html: `${english}${button(link, 'Accept badge')}`,
    },
    {
      id: 'leads-elsewhere',
      isGenuine: false,
      from: sender('Credly', 'admin@credly.com'),
      subject: 'You earned a badge',
      html: `${english}${button(link.replace('www.credly.com', 'www.credly.com.badges.example'), 'Accept badge')}`,
    },
    {
      id: 'forwarded',
      isGenuine: false,
      from: sender('박지수', 'jisoo.park@example.com'),
      subject: 'Fwd: You earned a badge',
      html: `<p>From: Credly &lt;admin@credly.com&gt;</p>${english}${button(knownPage, 'Accept badge')}`,
    },
  ];
}

/** As it comes over the wire (RFC 5322). */
export function toMessage({ id, from, subject, html: body }: ClaimMail, to: string): string {
  const lines = Buffer.from(`<html><body>${body}</body></html>`, 'utf8')
    .toString('base64')
    .match(/.{1,76}/g);
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject, 'utf8').toString('base64')}?=`,
    'Date: Mon, 05 Oct 2026 10:00:00 +0900',
    `Message-ID: <claim-${id}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(lines ?? []),
    '',
  ].join('\r\n');
}
