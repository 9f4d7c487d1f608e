import { describe, expect, it } from 'vitest';
import type { Badge } from '@/utils/badge';
import { safeUrl } from '@/utils/html';
import { shareTargets } from '@/utils/share-targets/index';
import { toMastodonServer } from '@/utils/share-targets/mastodon';
import type { ShareAction, ShareSettings, ShareTarget, ShareWords } from '@/utils/share-targets/share-target';
import { hostileNames, makeBadge } from '../make-badge';

const page = 'https://www.credly.com/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
const encodedPage = 'https%3A%2F%2Fwww.credly.com%2Fbadges%2F3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
const picture = makeBadge().imageUrl ?? '';
const encodedPicture = encodeURIComponent(picture);
const settings: ShareSettings = { mastodonServer: 'hachyderm.io' };
const words: ShareWords = { title: 'My badge', text: 'I earned it & more.' };
const korean: ShareWords = { title: '내 배지', text: '배지를 받았어요' };
const koreanText = '%EB%B0%B0%EC%A7%80%EB%A5%BC%20%EB%B0%9B%EC%95%98%EC%96%B4%EC%9A%94';

function target(id: string): ShareTarget {
  const found = shareTargets.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no share target ${id}`);
  return found;
}

function share(id: string, badge: Badge = makeBadge(), w: ShareWords = words): ShareAction {
  return target(id).share(badge, w, settings);
}

describe('share targets', () => {
  it.each<[string, ShareWords, string | null, string | null]>([
    ['linkedin-post', words, `https://www.linkedin.com/sharing/share-offsite/?url=${encodedPage}`, null],
    [
      'linkedin-post-text',
      words,
      `https://www.linkedin.com/feed/?shareActive=true&text=I%20earned%20it%20%26%20more.%20${encodedPage}`,
      `I earned it & more. ${page}`,
    ],
    [
      'linkedin-post-text',
      korean,
      `https://www.linkedin.com/feed/?shareActive=true&text=${koreanText}%20${encodedPage}`,
      `배지를 받았어요 ${page}`,
    ],
    [
      'linkedin-profile',
      words,
      'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Cloud%20Architect%20Associate' +
        '&organizationName=Northwind%20Cloud%20Academy&issueYear=2026&issueMonth=5&expirationYear=2028&expirationMonth=5' +
        `&certUrl=${encodedPage}&certId=3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b`,
      null,
    ],
    ['facebook', words, `https://www.facebook.com/sharer/sharer.php?u=${encodedPage}`, null],
    ['x', words, `https://x.com/intent/post?text=I%20earned%20it%20%26%20more.&url=${encodedPage}`, null],
    ['x', korean, `https://x.com/intent/post?text=${koreanText}&url=${encodedPage}`, null],
    [
      'email',
      words,
      `mailto:?subject=My%20badge&body=I%20earned%20it%20%26%20more.%0D%0A${encodedPage}`,
      null,
    ],
    [
      'email',
      korean,
      `mailto:?subject=%EB%82%B4%20%EB%B0%B0%EC%A7%80&body=${koreanText}%0D%0A${encodedPage}`,
      null,
    ],
    [
      'threads',
      words,
      `https://www.threads.com/intent/post?text=I%20earned%20it%20%26%20more.&url=${encodedPage}`,
      null,
    ],
    [
      'bluesky',
      words,
      `https://bsky.app/intent/compose?text=I%20earned%20it%20%26%20more.%20${encodedPage}`,
      null,
    ],
    [
      'mastodon',
      words,
      `https://hachyderm.io/share?text=I%20earned%20it%20%26%20more.%20${encodedPage}`,
      null,
    ],
    [
      'reddit',
      words,
      `https://www.reddit.com/submit?url=${encodedPage}&title=I%20earned%20it%20%26%20more.`,
      null,
    ],
    [
      'hacker-news',
      words,
      `https://news.ycombinator.com/submitlink?u=${encodedPage}&t=I%20earned%20it%20%26%20more.`,
      null,
    ],
    [
      'whatsapp',
      words,
      `https://api.whatsapp.com/send?text=I%20earned%20it%20%26%20more.%20${encodedPage}`,
      null,
    ],
    ['telegram', words, `https://t.me/share/url?url=${encodedPage}&text=I%20earned%20it%20%26%20more.`, null],
    [
      'teams',
      words,
      `https://teams.microsoft.com/share?href=${encodedPage}&msgText=I%20earned%20it%20%26%20more.`,
      null,
    ],
    [
      'line',
      words,
      `https://social-plugins.line.me/lineit/share?url=${encodedPage}&text=I%20earned%20it%20%26%20more.`,
      null,
    ],
    [
      'naver',
      words,
      `https://share.naver.com/web/shareView?url=${encodedPage}&title=I%20earned%20it%20%26%20more.`,
      null,
    ],
    ['naver', korean, `https://share.naver.com/web/shareView?url=${encodedPage}&title=${koreanText}`, null],
    [
      'band',
      words,
      `https://band.us/plugin/share?body=I%20earned%20it%20%26%20more.%0A${encodedPage}&route=www.credly.com`,
      null,
    ],
    ['kakaotalk', words, null, `I earned it & more.\n${page}`],
    ['slack', words, null, `I earned it &amp; more. <${page}|Cloud Architect Associate>`],
    ['xing', words, `https://www.xing.com/spi/shares/new?url=${encodedPage}`, null],
    [
      'weibo',
      words,
      `https://service.weibo.com/share/share.php?url=${encodedPage}&title=I%20earned%20it%20%26%20more.&pic=${encodedPicture}`,
      null,
    ],
    [
      'vk',
      words,
      `https://vk.com/share.php?url=${encodedPage}&title=I%20earned%20it%20%26%20more.&image=${encodedPicture}`,
      null,
    ],
    [
      'pinterest',
      words,
      `https://www.pinterest.com/pin/create/button/?url=${encodedPage}&media=${encodedPicture}&description=I%20earned%20it%20%26%20more.`,
      null,
    ],
    [
      'tumblr',
      words,
      `https://www.tumblr.com/widgets/share/tool?canonicalUrl=${encodedPage}&title=My%20badge&caption=I%20earned%20it%20%26%20more.&posttype=link`,
      null,
    ],
    [
      'hatena',
      words,
      `https://b.hatena.ne.jp/add?mode=confirm&url=${encodedPage}&title=I%20earned%20it%20%26%20more.`,
      null,
    ],
    [
      'gmail',
      words,
      `https://mail.google.com/mail/?view=cm&fs=1&su=My%20badge&body=I%20earned%20it%20%26%20more.%0A${encodedPage}`,
      null,
    ],
    ['share-sheet', words, null, null],
    ['copy-link', words, null, page],
  ])('%s gives the address that its site understands', (id, shareWords, open, copy) => {
    const action = share(id, makeBadge(), shareWords);
    expect(action.open?.href ?? null).toBe(open);
    expect(action.copy).toBe(copy);
  });

  it('linkedin-profile lists the fields of the form in its order', () => {
    expect(share('linkedin-profile').fields).toEqual([
      { label: 'fieldName', value: 'Cloud Architect Associate' },
      { label: 'fieldOrganization', value: 'Northwind Cloud Academy' },
      { label: 'fieldIssueMonth', value: '5' },
      { label: 'fieldIssueYear', value: '2026' },
      { label: 'fieldExpirationMonth', value: '5' },
      { label: 'fieldExpirationYear', value: '2028' },
      { label: 'fieldCredentialId', value: '3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b' },
      { label: 'fieldCredentialUrl', value: page },
      { label: 'fieldSkill', value: 'Networking' },
      { label: 'fieldSkill', value: 'Resilience' },
    ]);
  });

  it('linkedin-profile leaves out what the badge does not say', () => {
    const action = share(
      'linkedin-profile',
      makeBadge({ expiresOn: null, credentialId: null, pageUrl: null }),
    );
    expect(action.fields.map((field) => field.label)).toEqual([
      'fieldName',
      'fieldOrganization',
      'fieldIssueMonth',
      'fieldIssueYear',
      'fieldSkill',
      'fieldSkill',
    ]);
    expect([...(action.open?.searchParams.keys() ?? [])]).toEqual([
      'startTask',
      'name',
      'organizationName',
      'issueYear',
      'issueMonth',
    ]);
  });

  it('linkedin-post refuses an address longer than LinkedIn takes', () => {
    const long = safeUrl(`https://badges.example.org/${'a'.repeat(1100)}`);
    expect(target('linkedin-post').accepts(makeBadge({ pageUrl: long }))).toBe(false);
  });

  const hard = 'a&b=c#d?e%20 +';
  const encodedHard = 'a%26b%3Dc%23d%3Fe%2520%20%2B';
  const rtl = 'مبارك \u202E!';
  it.each<[string, string, string]>([
    ['x', hard, `text=${encodedHard}&url=${encodedPage}`],
    ['x', '🎉👩‍💻', `text=%F0%9F%8E%89%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB&url=${encodedPage}`],
    ['bluesky', rtl, `text=%D9%85%D8%A8%D8%A7%D8%B1%D9%83%20%E2%80%AE!%20${encodedPage}`],
    ['telegram', 'one\ntwo', `url=${encodedPage}&text=one%0Atwo`],
    ['threads', 'half \uD83D', `text=half%20%EF%BF%BD&url=${encodedPage}`],
    ['whatsapp', '', `text=${encodedPage}`],
    ['teams', '', `href=${encodedPage}`],
    [
      'linkedin-post-text',
      'ㄱ'.repeat(3000),
      `shareActive=true&text=${'%E3%84%B1'.repeat(3000)}%20${encodedPage}`,
    ],
  ])('%s carries %j letter by letter', (id, text, query) => {
    expect(share(id, makeBadge(), { title: 'T', text }).open?.search.slice(1)).toBe(query);
  });

  it.each(['x', 'threads', 'bluesky', 'mastodon', 'whatsapp', 'gmail', 'band', 'linkedin-post-text'])(
    '%s does not bring the link twice when the words hold it',
    (id) => {
      const { open } = share(id, makeBadge(), { title: 'T', text: `See ${page} now` });
      expect(open?.href.split(encodedPage)).toHaveLength(2);
    },
  );

  it('slack writes its own mark-up, and nothing of a name is mark-up', () => {
    const named = makeBadge({ achievement: { name: '<!channel> | *A* & B>' } });
    expect(share('slack', named, { title: '', text: '<@U1> hi' }).copy).toBe(
      `&lt;@U1&gt; hi <${page}|&lt;!channel&gt; / *A* &amp; B&gt;>`,
    );
    expect(share('slack', named, { title: '', text: `at ${page}` }).copy).toBe(`at ${page}`);
  });

  it('the share sheet gets title, words and link apart', () => {
    expect(share('share-sheet').sheet).toEqual({ title: 'My badge', text: 'I earned it & more.', url: page });
  });

  it('mastodon copies the words while no server is known', () => {
    const unasked = target('mastodon').share(makeBadge(), words, { mastodonServer: null });
    expect(unasked).toMatchObject({ open: null, copy: `I earned it & more. ${page}` });
  });

  it.each([
    ['mastodon.social', 'mastodon.social'],
    [' https://mastodon.social/@haneul?x#y ', 'mastodon.social'],
    ['@haneul@Hachyderm.IO', 'hachyderm.io'],
    ['haneul@tute.example', 'tute.example'],
    ['한국.example', 'xn--3e0b707e.example'],
    ['localhost', null],
    ['127.0.0.1', null],
    ['[::1]', null],
    ['2130706433', null],
    ['mastodon.social:8443', null],
    ['https://mastodon.social@evil.example', null],
    ['javascript:alert(1)', null],
    ['mastodon.social.', null],
    ['a b.example', null],
    ['', null],
  ])('reads %j as the server %j', (input, host) => expect(toMastodonServer(input)).toBe(host));

  it('pinterest needs a picture at its issuer', () => {
    expect(target('pinterest').accepts(makeBadge({ imageUrl: null }))).toBe(false);
  });

  it.each([
    ['x', 'abc', 27],
    ['x', '', 24],
    ['x', '배지', 28],
    ['x', '👩‍👩‍👧‍👦', 26],
    ['x', '“quoted” – dash', 39],
    ['x', `see ${page}`, 27],
    ['x', 'a'.repeat(257), 281],
    ['bluesky', '👩‍👩‍👧‍👦 배지', 4 + 1 + page.length],
    ['threads', 'abc', 4 + page.length],
    ['mastodon', '배지', 26],
    ['mastodon', `see ${page} now`, 31],
    ['reddit', 'abc', 3],
    ['linkedin-post-text', 'abc', 4 + page.length],
    ['email', '', `mailto:?body=${encodedPage}`.length],
  ])('%s counts %j as %i with its link', async (id, text, count) => {
    const url = makeBadge().pageUrl;
    if (!url) throw new Error('the badge has a page');
    const by = await target(id).text?.loadCount();
    expect(by?.(text, url)).toBe(count);
  });
});

describe('every share target', () => {
  it('has an id of its own', () => {
    expect(new Set(shareTargets.map(({ id }) => id)).size).toBe(shareTargets.length);
    for (const { id } of shareTargets) expect(id).toMatch(/^[a-z][a-z-]*$/);
  });

  it.each(shareTargets.map((entry) => [entry.id, entry] as const))('%s does something', (_, entry) => {
    expect(entry.accepts(makeBadge())).toBe(true);
    const action = entry.share(makeBadge(), words, settings);
    expect(action.open ?? action.copy ?? action.sheet ?? null).not.toBeNull();
  });

  it.each(shareTargets.map((entry) => [entry.id, entry] as const))(
    '%s keeps hostile names and words inside their parameter',
    (_, entry) => {
      const plain = entry.share(makeBadge(), words, settings).open;
      for (const name of hostileNames.filter((candidate) => candidate.trim() !== '')) {
        const badge = makeBadge({ achievement: { name }, issuer: { id: null, name, url: null } });
        const open = entry.share(badge, { title: name, text: name }, settings).open;
        expect(open?.origin).toBe(plain?.origin);
        expect(open?.pathname).toBe(plain?.pathname);
        expect(open?.hash ?? '').toBe('');
        const keys = [...(plain?.searchParams.keys() ?? [])];
        expect([...(open?.searchParams.keys() ?? [])]).toEqual(keys);
        expect(open?.protocol ?? 'https:').toMatch(/^(?:https|mailto):$/);
      }
    },
  );

  it.each(
    shareTargets.filter(({ id }) => id !== 'linkedin-profile').map((entry) => [entry.id, entry] as const),
  )('%s is not offered for a badge without a page', (_, entry) =>
    expect(entry.accepts(makeBadge({ pageUrl: null }))).toBe(false),
  );
});
