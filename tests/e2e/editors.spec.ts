import { until, type Driver, type Tab } from './driver.ts';
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
    popup.evaluate((view: Window) => {
      const insert = view.document.querySelector<HTMLElement>('.badge-view > .button');
      (insert ?? view.document.querySelector<HTMLElement>('.badge-card-main'))?.click();
      return insert !== null;
    }),
  );
  await until('an answer', () =>
    popup.evaluate((view: Window) => view.document.querySelector('.toast')?.textContent),
  );
}

const addresses = (text: string) => text.match(/https:\/\/www\.credly\.com\/badges\/[0-9a-f-]{36}/g) ?? [];

for (const { page, field, keeps } of editors) {
  test(`a signature goes into ${page} once, and one undo takes it out`, async ({ driver }) => {
    await pullBadges(driver);
    const tab = await driver.newTab(`https://editors.example.org/${page}`);
    await until('the editor', () => tab.evaluate(() => (window as EditorWindow).isReady));
    await tab.click(field);
    await tab.press('End');
    await tab.type(' my words');
    // Editors take what follows within a second for more of the same typing; nobody opens a popup that fast.
    await new Promise((done) => setTimeout(done, 1200));
    const before = await model(tab);
    expect(before).toContain('my words');

    await insertFirstBadge(driver, tab);
    const after = await until('the signature', async () => {
      const text = await model(tab);
      return addresses(text).length > 0 ? text : null;
    });
    expect(after).toContain('my words');
    if (keeps === 'picture') expect(after).toMatch(/<img[^>]+src="https:\/\/images\.credly\.com/);
    if (keeps !== 'text') expect(after).toMatch(/<a[^>]+href="https:\/\/www\.credly\.com\/badges\//);

    await insertFirstBadge(driver, tab);
    expect(await model(tab), 'a second time changes nothing').toBe(after);

    await tab.bringToFront();
    await tab.click(field);
    await tab.press('Control+z');
    await until('the undo', async () => addresses(await model(tab)).length === 0);
    expect(words(await model(tab))).toBe(words(before));
  });
}
