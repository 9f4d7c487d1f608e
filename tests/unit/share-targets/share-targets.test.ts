import { describe, expect, it } from 'vitest';
import type { Badge } from '@/utils/badge';
import { safeUrl } from '@/utils/html';
import { shareTargets } from '@/utils/share-targets/index';
import type { ShareAction, ShareTarget, ShareWords } from '@/utils/share-targets/share-target';
import { hostileNames, makeBadge } from '../make-badge';

const page = 'https://www.credly.com/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
const encodedPage = 'https%3A%2F%2Fwww.credly.com%2Fbadges%2F3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
const words: ShareWords = { title: 'My badge', text: 'I earned it & more.' };
const korean: ShareWords = { title: '내 배지', text: '배지를 받았어요' };
const koreanText = '%EB%B0%B0%EC%A7%80%EB%A5%BC%20%EB%B0%9B%EC%95%98%EC%96%B4%EC%9A%94';

function target(id: string): ShareTarget {
  const found = shareTargets.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no share target ${id}`);
  return found;
}

function share(id: string, badge: Badge = makeBadge(), w: ShareWords = words): ShareAction {
  return target(id).share(badge, w);
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

  it.each([
    ['abc', 27],
    ['', 24],
    ['배지', 28],
    ['👩‍👩‍👧‍👦', 26],
    ['“quoted” – dash', 39],
  ])('x counts %j as %i with its link', (text, count) => {
    const url = makeBadge().pageUrl;
    if (!url) throw new Error('the badge has a page');
    expect(target('x').text?.count(text, url)).toBe(count);
  });
});

describe('every share target', () => {
  it('has an id of its own', () => {
    expect(new Set(shareTargets.map(({ id }) => id)).size).toBe(shareTargets.length);
    for (const { id } of shareTargets) expect(id).toMatch(/^[a-z][a-z-]*$/);
  });

  it.each(shareTargets.map((entry) => [entry.id, entry] as const))('%s does something', (_, entry) => {
    expect(entry.accepts(makeBadge())).toBe(true);
    const action = entry.share(makeBadge(), words);
    expect(action.open ?? action.copy ?? null).not.toBeNull();
  });

  it.each(shareTargets.map((entry) => [entry.id, entry] as const))(
    '%s keeps hostile names and words inside their parameter',
    (_, entry) => {
      const plain = entry.share(makeBadge(), words).open;
      for (const name of hostileNames.filter((candidate) => candidate.trim() !== '')) {
        const badge = makeBadge({ achievement: { name }, issuer: { id: null, name, url: null } });
        const open = entry.share(badge, { title: name, text: name }).open;
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

  it('counts at least the link where words have a limit', () => {
    const url = makeBadge().pageUrl;
    for (const { text } of shareTargets) {
      if (text && url) expect(text.count('', url)).toBeGreaterThanOrEqual(23);
    }
  });
});
