import { describe, expect, it } from 'vitest';
import { classifyLink, classifyPicture } from '@/utils/badge-links';
import { badgeSources } from '@/utils/sources/index';

const id = 'kT3xQ9pLSGuyM1bVd0aZ2w';
const uuid = '6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f';
const hash = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d';

describe('addresses of platforms › badges', () => {
  it.each([
    [`https://badgr.com/public/assertions/${id}?identity__email=a%40b.example`, 'canvas', id],
    [`https://www.badgr.io/public/assertions/${id}/image`, 'canvas', id],
    [`https://api.eu.badgr.io/public/assertions/${id}.json`, 'canvas', `eu.badgr.io/${id}`],
    [`https://badges.parchment.com/public/assertions/${id}`, 'canvas', `badges.parchment.com/${id}`],
    [`https://api.badges.parchment.sg/public/assertions/${id}`, 'canvas', `badges.parchment.sg/${id}`],
    [`https://www.credential.net/${uuid.toUpperCase()}#gs.1`, 'accredible', uuid],
    [`https://www.credential.net/embed/${uuid}`, 'accredible', uuid],
    [`https://achieve.snowflake.com/${uuid}`, 'accredible', uuid],
    [`https://api.accredible.com/v1/obi/badge_assertions/${uuid}`, 'accredible', uuid],
    [`https://openbadgefactory.com/v1/assertion/${hash.toUpperCase()}.html`, 'open-badge-factory', hash],
    [
      `https://moodle.harbour.example/badges/badge.php?hash=${hash}`,
      'moodle',
      `moodle.harbour.example/${hash}`,
    ],
    [
      `https://www.harbour.example/a/b/badges/assertion.php?obversion=2&b=${hash}`,
      'moodle',
      `www.harbour.example/a/b/${hash}`,
    ],
  ])('%s', (address, sourceId, badge) => {
    expect(classifyLink(address)).toEqual({ kind: 'badge', reference: { sourceId, id: badge } });
  });

  it.each([
    `https://badgr.com/public/badges/${id}`,
    `https://badgr.com/public/issuers/${id}`,
    `https://badgr.com/public/collections/${hash.slice(0, 32)}`,
    `https://api.accredible.com/v1/obi/badge_classes/${uuid}`,
    `https://www.credential.net/organization/${uuid}`,
    'https://www.credential.net/aaqjj8kx',
    `https://openbadgefactory.com/v1/badge/${hash}`,
    `https://moodle.harbour.example/badges/assertion.php?b=${hash}&action=1`,
    'https://moodle.harbour.example/badges/badge.php?hash=short',
    `https://10.0.0.7/badges/badge.php?hash=${hash}`,
    `https://localhost/badges/badge.php?hash=${hash}`,
    `https://moodle.harbour.example/;x/badges/badge.php?hash=${hash}`,
    // Certificates that are pages have nothing that a mark could promise.
    'https://www.coursera.org/account/accomplishments/verify/L1XXT33UY7SK',
    'https://verify.skilljar.com/c/i6dit8ytcfc9',
  ])('not %s', (address) => expect(classifyLink(address)).toBeNull());
});

describe('addresses of platforms › imitations', () => {
  it.each([
    [`https://badgr.com.evil.example/public/assertions/${id}`, 'canvas'],
    [`https://api.badgr.io.evil.example/public/assertions/${id}`, 'canvas'],
    [`https://badges.parchment.com.evil.example/public/assertions/${id}`, 'canvas'],
    [`https://badges-parchment.example/public/assertions/${id}`, 'canvas'],
    [`https://credential.net.evil.example/${uuid}`, 'accredible'],
    [`https://openbadgefactory.com.evil.example/v1/assertion/${hash}`, 'open-badge-factory'],
    [`https://my-openbadgefactory.example/v1/assertion/${hash}.html`, 'open-badge-factory'],
  ])('%s', (address, sourceId) => {
    expect(classifyLink(address)).toEqual({
      kind: 'imitation',
      sourceId,
      host: new URL(address).hostname,
    });
  });

  it.each([
    // Schools run the open Badgr server, and customers of Accredible show badges, on hosts of their own.
    `https://badgr.university.example/public/assertions/${id}`,
    `https://api.badgr.harbour.example/public/assertions/${id}`,
    `https://credentials.harbour.example/${uuid}#acc.hwFQzG1D`,
    `https://harbour.accredible.com/${uuid}`,
    `https://test.openbadgefactory.com/v1/assertion/${hash}`,
    'https://blog.example/why-badgr-moved-to-parchment',
  ])('leaves %s alone', (address) => {
    expect(classifyLink(address)?.kind).not.toBe('imitation');
  });
});

describe('addresses of platforms › the other way', () => {
  it.each([
    ['moodle', `10.0.0.7/${hash}`],
    ['moodle', `evil.example/x?y=/${hash}`],
    ['moodle', `evil.example#/${hash}`],
    ['moodle', `user@evil.example/${hash}`],
    ['moodle', `evil.example:8443/${hash}`],
    ['moodle', `evil.example/../../${hash}`],
    ['canvas', `evil.example/${id}`],
    ['canvas', `badges.parchment.com.evil.example/${id}`],
    ['canvas', `../${id}`],
    ['accredible', `${uuid}/../../x`],
    ['open-badge-factory', `${hash}?x`],
    ['coursera', 'verify/../../x'],
    ['oracle', 'pls/nothing'],
  ])('%s asks nobody for the id %s', (sourceId, badge) => {
    const source = badgeSources.find(({ id: known }) => known === sourceId);
    expect(source?.badgePageUrl(badge)).toBeNull();
    expect(source?.assertionUrls(badge)).toEqual([]);
  });

  it('knows pictures that prove nothing', () => {
    for (const address of [
      'https://api.badgr.io/public/badges/mN4yR8qKTHvzN2cWe1bA3x/image',
      'https://api.accredible.com/v1/frontend/credential_website_embed_image/badge/40000017',
    ])
      expect(classifyPicture(address)).toMatchObject({ kind: 'picture' });
  });
});
