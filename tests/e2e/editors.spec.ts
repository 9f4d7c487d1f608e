import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { until, type Driver, type Tab } from './driver.ts';
import { restateBadge } from './library-state.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

/** How a signature ends up in each editor: as it is, as links without tables and pictures, or as text. */
const editors = [
  { page: 'bare', field: '#editor', keeps: 'picture' },
  { page: 'tinymce', field: 'iframe', keeps: 'picture' },
  { page: 'squire', field: '#editor', keeps: 'picture' },
  { page: 'ckeditor', field: '.ck-editor__editable', keeps: 'picture' },
  { page: 'rooster', field: '#editor', keeps: 'picture' },
  { page: 'tiptap', field: '.ProseMirror', keeps: 'link' },
  { page: 'tiptap-plain', field: '.ProseMirror', keeps: 'text' },
  { page: 'quill', field: '.ql-editor', keeps: 'text' },
  { page: 'textarea', field: '#editor', keeps: 'text' },
] as const;

type EditorWindow = Window & { isReady?: boolean; getModel?: () => string };
const model = (tab: Tab) => tab.evaluate(() => (window as EditorWindow).getModel?.() ?? '');
/** Editors write the same blank in several ways. */
const words = (text: string) => text.replace(/&nbsp;|\u00a0/g, ' ').replace(/ +(?=<|$)/g, '');

/** The popup's own way: open it over the page, choose the first badge, insert it. */
async function insertFirstBadge(driver: Driver, tab: Tab): Promise<void> {
  const popup = await driver.openPopup(tab);
  // The popup opens where it was when it closed: at the list, or at the badge that was chosen before.
  await until('the button', () =>
    popup.evaluate((view: Window, words: string) => {
      const all = [...view.document.querySelectorAll<HTMLElement>('.badge-view > .button')];
      const insert = all.find(({ innerText }) => innerText.trim() === words);
      (insert ?? view.document.querySelector<HTMLElement>('.badge-card-main'))?.click();
      return insert !== undefined;
    }, en.insertIntoMail.message),
  );
  await until('an answer', () =>
    popup.evaluate((view: Window) => view.document.querySelector('.toast')?.textContent),
  );
  // Without a window manager it stays open over the next page, and would mean this one.
  await popup.evaluate((view: Window) => view.close());
}

const addresses = (text: string) => text.match(/https:\/\/www\.credly\.com\/badges\/[0-9a-f-]{36}/g) ?? [];

/** What a badge may say of itself: it must stand there as text, whatever the editor does with it. */
const hostile = '"><img src=x onerror="window.isHit=1"><b>배지</b> ${1} & 👩‍👩‍👧';

for (const group of [editors.slice(0, 3), editors.slice(3, 6), editors.slice(6)]) {
  const names = group.map(({ page }) => page).join(', ');
  test(`a signature goes into ${names} once, whatever the badge says, and one undo takes it out`, async ({
    driver,
    world,
  }) => {
    await pullBadges(driver);
    const library = await driver.extensionPage('library.html#privacy');
    await restateBadge(library, `credly:${world.credly.showcase.valid.id}`, hostile, 'Northwind');
    for (const editor of group) await insertTwiceAndUndo(driver, editor);
  });
}

async function insertTwiceAndUndo(
  driver: Driver,
  { page, field, keeps }: (typeof editors)[number],
): Promise<void> {
  const tab = await driver.newTab(`https://editors.example.org/${page}`);
  await until('the editor', () => tab.evaluate(() => (window as EditorWindow).isReady));
  await tab.click(field);
  await tab.press('End');
  await tab.type(' my words');
  // Editors take what follows within a second for more of the same typing; nobody opens a popup that fast.
  await new Promise((done) => setTimeout(done, 1200));
  const before = await model(tab);
  expect(before, page).toContain('my words');

  await insertFirstBadge(driver, tab);
  const after = await until(`the signature in ${page}`, async () => {
    const text = await model(tab);
    return addresses(text).length > 0 ? text : null;
  });
  expect(after, page).toContain('my words');
  if (keeps === 'picture') expect(after, page).toMatch(/<img[^>]+src="https:\/\/images\.credly\.com/);
  if (keeps !== 'text') expect(after, page).toMatch(/<a[^>]+href="https:\/\/www\.credly\.com\/badges\//);
  // Markup is no markup: nothing ran, nothing of it became an element, and the words are there.
  const [isHit, strangers] = await tab.evaluate(() => [
    'isHit' in window,
    document.querySelectorAll('img[src$="x"], [onerror]').length,
  ]);
  expect([isHit, strangers], page).toEqual([false, 0]);
  if (keeps === 'text') expect(after.split('배지'), page).toHaveLength(2);

  await insertFirstBadge(driver, tab);
  expect(await model(tab), 'a second time changes nothing').toBe(after);

  await tab.bringToFront();
  // Into the words, not onto what was inserted: TinyMCE would show the toolbar of a link, and take the keys there.
  const [x, y] = await tab.evaluate((css: string) => {
    const { left, top } = document.querySelector(css)?.getBoundingClientRect() ?? new DOMRect();
    return [left + 24, top + 24] as const;
  }, field);
  await tab.clickAt(x, y);
  await tab.press('Control+z');
  await until(`the undo in ${page}`, async () => addresses(await model(tab)).length === 0);
  expect(words(await model(tab)), page).toBe(words(before));
  await tab.close();
}
