import { describe, expect, it } from 'vitest';
import { safeUrl } from '@/utils/html';
import { accredibleIdIn, isAccrediblePage } from '@/utils/sources/accredible-page';
import { credentialTwin, findPlatformBadge, isLearnSharePage } from '@/utils/verifiers/platforms';

const id = 'kT3xQ9pLSGuyM1bVd0aZ2w';
const uuid = '6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f';
const hash = 'c0ffee'.repeat(6) + 'c0ff';
const first = (address: string) => findPlatformBadge(new URL(address))?.assertionUrls[0];

describe('platforms › page to record', () => {
  it.each([
    [
      `https://badgr.com/public/assertions/${id}?identity__email=mira%40x.example`,
      `https://api.badgr.io/public/assertions/${id}?v=2_0`,
    ],
    [
      `https://api.badgr.io/public/assertions/${id}.json`,
      `https://api.badgr.io/public/assertions/${id}?v=2_0`,
    ],
    [
      `https://api.badgr.io/public/assertions/${id}/baked`,
      `https://api.badgr.io/public/assertions/${id}?v=2_0`,
    ],
    [`https://eu.badgr.com/public/assertions/${id}`, `https://api.eu.badgr.io/public/assertions/${id}?v=2_0`],
    [
      `https://api.sg.badgr.io/public/assertions/${id}`,
      `https://api.sg.badgr.io/public/assertions/${id}?v=2_0`,
    ],
    [
      `https://badges.parchment.com/public/assertions/${id}`,
      `https://api.badges.parchment.com/public/assertions/${id}?v=2_0`,
    ],
    [
      `https://au.badges.parchment.com/public/assertions/${id}`,
      `https://api.au.badges.parchment.com/public/assertions/${id}?v=2_0`,
    ],
    [
      `https://badges.parchment.ca/public/assertions/${id}`,
      `https://api.badges.parchment.ca/public/assertions/${id}?v=2_0`,
    ],
    [
      `https://openbadgefactory.com/v1/assertion/${hash}.html`,
      `https://openbadgefactory.com/v1/assertion/${hash}`,
    ],
    [
      `https://openbadgefactory.com/v1/assertion/${hash.toUpperCase()}`,
      `https://openbadgefactory.com/v1/assertion/${hash}`,
    ],
    [
      `https://api.accredible.com/v1/obi/badge_assertions/${uuid}`,
      `https://api.accredible.com/v1/obi/badge_assertions/${uuid}`,
    ],
    [
      `https://www.credential.net/${uuid.toUpperCase()}#gs.1`,
      `https://api.accredible.com/v1/obi/badge_assertions/${uuid}`,
    ],
    [
      `https://moodle.lumen.example/badges/badge.php?hash=${hash}`,
      `https://moodle.lumen.example/badges/assertion.php?obversion=2&b=${hash}`,
    ],
    [
      `https://lumen.example/learn/badges/assertion.php?b=${hash}`,
      `https://lumen.example/learn/badges/assertion.php?obversion=2&b=${hash}`,
    ],
  ])('%s', (address, expected) => {
    expect(first(address)).toBe(expected);
  });

  it.each([
    `https://badgr.com.evil.example/public/assertions/${id}`,
    `https://notbadgr.com/public/assertions/${id}`,
    `https://badgr.com/public/badges/${id}`,
    'https://openbadgefactory.com/v1/assertion/short',
    `https://evil.example/v1/obi/badge_assertions/${uuid}`,
    'https://moodle.lumen.example/badges/badge.php?hash=short',
    `https://moodle.lumen.example/badges/assertion.php?b=${hash}&action=0`,
    'https://lumen.example/',
  ])('nothing of %s', (address) => {
    expect(findPlatformBadge(new URL(address))).toBeNull();
  });

  it('keeps an e-mail address in the link to itself, and hands it on as a hint', () => {
    const badge = findPlatformBadge(
      new URL(`https://badgr.com/public/assertions/${id}?identity__email=mira%40x.example`),
    );
    expect(badge?.recipientHint).toBe('mira@x.example');
    expect(`${badge?.assertionUrls.join()} ${badge?.pageUrl}`).not.toContain('mira');
  });

  it('reads the record’s id out of a page of Accredible, when there is one', () => {
    expect(accredibleIdIn(`<script>{"id":1,"uuid":"${uuid}"}</script>`)).toBe(uuid);
    expect(accredibleIdIn(`<script>"{\\"uuid\\":\\"${uuid}\\"}"</script>`)).toBe(uuid);
    expect(accredibleIdIn(`{"uuid":"${uuid}"} {"uuid":"${uuid.replace('6', '7')}"}`)).toBeNull();
    expect(accredibleIdIn('<html></html>')).toBeNull();
  });

  it('knows pages of Accredible and Microsoft Learn', () => {
    expect(isAccrediblePage(new URL('https://www.credential.net/aaqjj8kx'))).toBe(true);
    expect(isAccrediblePage(new URL('https://credential.net.evil.example/aaqjj8kx'))).toBe(false);
    const learn = 'https://learn.microsoft.com';
    expect(isLearnSharePage(new URL(`${learn}/ko-kr/users/mira/credentials/0a1b2c3d4e5f6071`))).toBe(true);
    expect(isLearnSharePage(new URL(`${learn}/api/credentials/share/en-us/mira/0a1b?sharingId=1`))).toBe(
      true,
    );
    expect(isLearnSharePage(new URL(`${learn}/api/achievements/share/en-us/mira/0a1b`))).toBe(true);
    expect(isLearnSharePage(new URL(`${learn}/en-us/training/`))).toBe(false);
    expect(
      isLearnSharePage(new URL('https://learn.microsoft.com.evil.example/en-us/users/m/credentials/1')),
    ).toBe(false);
  });

  it('knows the credential beside a record of Credly, and of nobody else', () => {
    const of = (address: string) => {
      const url = safeUrl(address);
      return url && credentialTwin(url);
    };
    const twin = `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${uuid}`;
    expect(of(`https://api.credly.com/v1/obi/v2/badge_assertions/${uuid}`)).toBe(twin);
    expect(of(`https://evil.example/api/v1/obi/v2/badge_assertions/${uuid}`)).toBeNull();
  });
});
