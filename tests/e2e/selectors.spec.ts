import { existsSync, readFileSync } from 'node:fs';
import { linkedIn } from '../../utils/pages/linkedin.ts';
import { gmail } from '../../utils/webmails/gmail.ts';
import { selectorOf, type Candidate } from '../../utils/surface.ts';
import { webmails } from '../../utils/webmails/index.ts';
import { outlook } from '../../utils/webmails/outlook.ts';
import { roundcube } from '../../utils/webmails/roundcube.ts';
import { snappymail } from '../../utils/webmails/snappymail.ts';
import type { Webmail } from '../../utils/webmails/webmail.ts';
import { yahoo } from '../../utils/webmails/yahoo.ts';
import { expect, test } from './test.ts';

/** What our selectors must find on a page. Elements that match `of` and stand inside `within`. */
interface Row {
  readonly page: string;
  readonly what: string;
  readonly of: string;
  readonly within: string;
  readonly count: number;
}

const anywhere = ':root';
const composeOf = ({ compose }: Webmail) => ({
  what: 'fields of a message being written',
  of: selectorOf(compose.candidates),
  within: selectorOf(compose.within) || anywhere,
});
const badgesOf = (areas: readonly Candidate[]) => ({
  what: 'badge links in areas where others show badges',
  of: 'a[href*="credly"], img[src*="credly"]',
  within: selectorOf(areas),
});
const share = {
  what: 'the field of the share box',
  of: selectorOf(linkedIn.share.candidates),
  within: selectorOf(linkedIn.share.within),
};
const profile = badgesOf(linkedIn.badgeAreas);

/** Those that have a page or two of the same shape. */
const others = webmails.filter(({ id }) => !['gmail', 'outlook', 'roundcube'].includes(id));

const rows: readonly Row[] = [
  // The plain-text field is there, too, and hidden: the pin shows beside what is visible.
  { page: 'gmail-compose', ...composeOf(gmail), count: 2 },
  { page: 'gmail-message', ...badgesOf(gmail.message), count: 3 },
  { page: 'outlook-compose', ...composeOf(outlook), count: 1 },
  { page: 'outlook-message', ...badgesOf(outlook.message), count: 1 },
  { page: 'roundcube-compose', ...composeOf(roundcube), count: 2 },
  { page: 'roundcube-message', ...badgesOf(roundcube.message), count: 1 },
  // SnappyMail's field for plain text is there, too, and hidden; that of the identity is not in a message.
  ...others.map((webmail) => ({
    page: `${webmail.id}-compose`,
    ...composeOf(webmail),
    count: webmail.id === 'snappymail' ? 2 : 1,
  })),
  ...others
    .filter(({ message }) => message.length > 0)
    .map((webmail) => ({ page: `${webmail.id}-message`, ...badgesOf(webmail.message), count: 1 })),
  { page: 'linkedin-profile-sdui', ...profile, count: 2 },
  { page: 'linkedin-profile-ember', ...profile, count: 2 },
  { page: 'linkedin-share-sdui', ...share, count: 1 },
  { page: 'linkedin-share-classic', ...share, count: 1 },
  ...webmails
    .filter(({ compose }) => compose.within.length > 0)
    .map((webmail) => ({
      page: 'nothing-of-ours',
      ...composeOf(webmail),
      count: 0,
    })),
  { page: 'nothing-of-ours', ...share, count: 0 },
];

/** Recordings of real pages lie beside the repository on some machines; they are not ours to publish. */
const captures = '../shared/captures';
const section = { what: 'areas', of: selectorOf(linkedIn.badgeAreas), within: anywhere };
const recorded: readonly Row[] = [
  { page: 'gmail/compose_mole_rich_2020-11', ...composeOf(gmail), count: 2 },
  { page: 'gmail/derived_compose_plaintext', ...composeOf(gmail), count: 2 },
  {
    page: 'gmail/message_view_2024-07',
    what: 'bodies',
    of: selectorOf(gmail.message),
    within: anywhere,
    count: 1,
  },
  { page: 'outlook/compose_editor_2023', ...composeOf(outlook), count: 1 },
  { page: 'outlook/derived_compose_korean', ...composeOf(outlook), count: 1 },
  { page: 'roundcube/compose_html_outer', ...composeOf(roundcube), count: 2 },
  { page: 'roundcube/compose_plain', ...composeOf(roundcube), count: 1 },
  { page: 'snappymail/login', ...composeOf(snappymail), count: 0 },
  { page: 'roundcube/login', ...composeOf(roundcube), count: 0 },
  { page: 'roundcube/settings_identity_edit_html', ...composeOf(roundcube), count: 0 },
  { page: 'linkedin/profile_sdui_certifications_card_2026-04', ...section, count: 1 },
  { page: 'linkedin/profile_ember_certifications_2024-11', ...section, count: 1 },
  { page: 'linkedin/connections_sdui_2026', ...share, count: 0 },
];

/** The same page after a release that renamed every class and translated every label. */
function renamed(html: string): string {
  return html.replace(/ class="[^"]*"/g, ' class="x1"').replace(/ aria-label="[^"]*"/g, ' aria-label="라벨"');
}

const count = (html: string, of: string, within: string) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll(of)].filter((element) => element.closest(within)).length;
};

test('selectors find what they are for on our pages, and on recorded ones where they are', async ({
  driver,
}) => {
  const tab = await driver.newTab();
  for (const row of rows) {
    const html = readFileSync(`tests/fixtures/pages/${row.page}.html`, 'utf8');
    expect(await tab.evaluate(count, html, row.of, row.within), `${row.page}: ${row.what}`).toBe(row.count);
  }
  const present = existsSync(captures) ? recorded : [];
  console.log(`${present.length} recorded pages looked at (${captures})`);
  for (const row of present) {
    const html = readFileSync(`${captures}/${row.page}.html`, 'utf8');
    expect(await tab.evaluate(count, html, row.of, row.within), `${row.page}: ${row.what}`).toBe(row.count);
  }
});

test('fields are found by what they are when every class and label has changed', async ({ driver }) => {
  const tab = await driver.newTab();
  for (const [page, webmail] of [
    ['gmail-compose', gmail],
    ['outlook-compose', outlook],
    ['roundcube-compose', roundcube],
    ['yahoo-compose', yahoo],
  ] as const) {
    const html = renamed(readFileSync(`tests/fixtures/pages/${page}.html`, 'utf8'));
    const { of, within } = composeOf(webmail);
    expect(await tab.evaluate(count, html, of, within), page).toBeGreaterThan(0);
  }
  const html = renamed(readFileSync('tests/fixtures/pages/linkedin-share-sdui.html', 'utf8'));
  expect(await tab.evaluate(count, html, share.of, share.within)).toBe(1);
});
