import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { claimSelector, findClaim } from '@/utils/claims';
import { findSender } from '@/utils/pages/find-sender';
import { selectorOf } from '@/utils/surface';
import { webmails } from '@/utils/webmails/index';

function open(id: string, edit: (html: string) => string = (html) => html) {
  const html = edit(readFileSync(`tests/fixtures/pages/${id}-claim.html`, 'utf8'));
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
  const webmail = webmails.find((candidate) => candidate.id === id);
  const bodies = selectorOf(webmail?.message ?? []);
  const inBodies = [...document.querySelectorAll(claimSelector)].filter((link) => link.closest(bodies));
  return inBodies.map((link) => {
    let body = link.closest(bodies);
    for (let next = body; next; next = next.parentElement?.closest(bodies) ?? null) body = next;
    return body && findSender(body, webmail?.sender ?? [], bodies);
  });
}

describe('the sender of an opened mail', () => {
  beforeEach(() => document.body.replaceChildren());

  it('Gmail: is the one at the head of that message, not what a name or another message’s body says', () => {
    expect(open('gmail')).toEqual(['admin@credly.com', 'jisoo@example.org']);
  });

  it('Outlook: is the address in the brackets at the end', () => {
    expect(open('outlook')).toEqual(['admin@credly.com']);
  });

  it('Roundcube: is the row “from” of the headers', () => {
    expect(open('roundcube')).toEqual(['admin@credly.com']);
  });

  it('Outlook: a name alone tells nothing, even if it looks like an address', () => {
    expect(open('outlook', (html) => html.replace('&lt;admin@credly.com&gt;', ' admin@credly.com'))).toEqual([
      null,
    ]);
  });

  it('Outlook: a name with brackets does not hide the address behind it', () => {
    const forged = (html: string) =>
      html.replace(
        'Northwind Cloud Academy via Credly&lt;admin@credly.com&gt;',
        'Credly &lt;admin@credly.com&gt;&lt;evil@example.com&gt;',
      );
    expect(open('outlook', forged)).toEqual(['evil@example.com']);
  });

  it('Roundcube: a display name that is an address does not count', () => {
    const forged = (html: string) =>
      html
        .replaceAll('mailto:admin@credly.com', 'mailto:evil@example.com')
        .replaceAll('title="admin@credly.com">Credly', 'title="evil@example.com">admin@credly.com');
    expect(open('roundcube', forged)).toEqual(['evil@example.com']);
  });

  it('two heads around one body tell nothing', () => {
    const twice = (html: string) =>
      html.replace(
        '<div role="document">',
        '<div id="MSG_b_FROM">x&lt;x@example.com&gt;</div><div role="document">',
      );
    expect(open('outlook', twice)).toEqual([null]);
  });

  it('a page without a head has no sender', () => {
    expect(open('gmail', (html) => html.replaceAll('class="gD"', ''))).toEqual([null, null]);
  });

  const recorded = '../shared/captures/gmail/thread_2026_sanitised.html';
  it.skipIf(!existsSync(recorded))(
    'Gmail: is found in each message of a recorded thread (where the recording is)',
    () => {
      const page = new DOMParser().parseFromString(readFileSync(recorded, 'utf8'), 'text/html');
      const gmail = webmails.find(({ id }) => id === 'gmail');
      const bodies = selectorOf(gmail?.message ?? []);
      const senders = [...page.querySelectorAll('.a3s')].map((body) =>
        findSender(body, gmail?.sender ?? [], bodies),
      );
      const heads = [...page.querySelectorAll('.gD')].map((head) => head.getAttribute('email'));
      expect(senders.length).toBeGreaterThan(2);
      expect(senders).toEqual(heads.slice(0, senders.length));
    },
  );

  it('every link of the saved pages is one that a claim is read from', () => {
    for (const { id } of webmails.filter(({ sender }) => sender)) {
      open(id);
      const links = [...document.querySelectorAll('a[href*="credly"]')].map(
        (link) => link.getAttribute('href') ?? '',
      );
      expect(findClaim('admin@credly.com', links), id).not.toBeNull();
    }
  });
});
