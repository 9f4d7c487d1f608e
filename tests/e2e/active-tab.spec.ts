import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { until, type Popup } from './driver.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

/** Editors that stand for the rich-text fields of the web; the two with a schema of their own are the hard ones. */
const editors = ['bare', 'tinymce', 'squire', 'ckeditor', 'tiptap', 'rooster', 'quill'];

interface EditorWindow extends Window {
  readonly isReady?: boolean;
  readonly getModel: () => string;
}

/** Opens the newest badge's share sheet in the true popup and presses "Insert into the mail". */
async function insertFromPopup(popup: Popup): Promise<void> {
  const pressWords = (view: Window, words: string) => {
    const all = [...view.document.querySelectorAll<HTMLElement>('button')];
    const button = all.find((candidate) => candidate.innerText.trim() === words);
    button?.click();
    return Boolean(button);
  };
  const pressFirst = (view: Window) => {
    const row = view.document.querySelector<HTMLElement>('li button');
    row?.click();
    return Boolean(row);
  };
  await until('the first badge', () => popup.evaluate(pressFirst));
  await until('the insert button', () => popup.evaluate(pressWords, en.insertIntoMail.message));
}

test(`any editor, by the toolbar button alone: ${editors.join(', ')}`, async ({ driver, world }) => {
  test.setTimeout(240_000);
  await pullBadges(driver);
  for (const name of editors) {
    const tab = await driver.newTab(`https://editors.example.org/${name}`);
    await until('the editor', () => tab.evaluate(() => (window as unknown as EditorWindow).isReady));
    // A click into the editor's middle, through the frame where it has one.
    const at = await tab.evaluate(() => {
      const field = document.querySelector('iframe, [contenteditable=true]') ?? document.body;
      const { left, top, width, height } = field.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await tab.clickAt(at.x, at.y);
    await tab.press('Control+End');
    await tab.type(' my words');
    const model = () => tab.evaluate(() => (window as unknown as EditorWindow).getModel());
    await until('the words', async () => (await model()).includes('my words'));

    const { pageUrl } = world.credly.showcase.valid;
    const popup = await driver.openPopup(tab);
    await insertFromPopup(popup);
    await until('our link in the editor’s own model', async () => (await model()).includes(pageUrl));
    expect(await model()).toContain('my words');
    const count = (await model()).split(pageUrl).length;
    expect(count, 'picture and name, once').toBeLessThanOrEqual(3);
    expect(
      world.log.filter(({ host, body }) => host === 'editors.example.org' && body),
      'nothing is sent',
    ).toEqual([]);
    // In Firefox an automated click elsewhere leaves it open.
    await popup.evaluate((view: Window) => view.close()).catch(() => {});
    await tab.close();
  }
});
