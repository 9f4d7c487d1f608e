import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { dragOut, until, untilText, untilVisible, type Dragged } from './driver.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

const page = /href="https:\/\/www\.credly\.com\/badges\/[0-9a-f-]{36}/g;
const picture = /<img[^>]+src="https:\/\/images\.credly\.com/g;
const count = (text: string | undefined, pattern: RegExp) => text?.match(pattern)?.length ?? 0;

test('a badge, and the whole signature, can be dragged out as rich text with a link beside it', async ({
  driver,
  world,
}) => {
  await pullBadges(driver);
  const { valid } = world.credly.showcase;
  const expectBadge = (dragged: Dragged) => {
    expect(dragged['text/html']).toContain(`href="${valid.pageUrl}"`);
    expect(count(dragged['text/html'], picture)).toBe(1);
    expect(dragged['text/plain']).toContain(valid.name);
    expect(dragged['text/uri-list']?.trim()).toBe(valid.pageUrl);
  };
  const panel = await driver.extensionPage('sidepanel.html');
  await panel.setViewport(400, 700);
  await untilVisible(panel, '.badge-card img');
  expectBadge(await dragOut(panel, '.badge-card-main'));
  const library = await driver.extensionPage('library.html#collection');
  await library.setViewport(1200, 800);
  await untilVisible(library, '.badge-tile img');
  expectBadge(await dragOut(library, '.badge-tile'));
  const studio = await driver.extensionPage('library.html#signature');
  await untilText(studio, en.signatureDragHint.message);
  const whole = await dragOut(studio, '.signature-drag');
  expect(count(whole['text/html'], picture)).toBe(3);
  expect(whole['text/uri-list']).toBeUndefined();
  // A popup closes as soon as something leaves it: there, nothing can be dragged.
  const popup = await driver.extensionPage('popup.html');
  await untilVisible(popup, '.badge-card');
  expect(
    await popup.evaluate(() => document.querySelector('.badge-card')?.getAttribute('draggable')),
  ).toBeNull();
});

/** Where it can be dropped. Firefox drops for an automated hand only where the editor itself listens. */
const editors = [
  { name: 'bare', field: '#editor', keeps: 'picture', byBrowser: true },
  { name: 'squire', field: '#editor', keeps: 'picture', byBrowser: true },
  { name: 'rooster', field: '#editor', keeps: 'picture', byBrowser: true },
  { name: 'ckeditor', field: '.ck-editor__editable', keeps: 'picture', byBrowser: false },
  { name: 'tiptap', field: '.ProseMirror', keeps: 'link', byBrowser: false },
  { name: 'textarea', field: '#editor', keeps: 'text', byBrowser: true },
] as const;

type EditorWindow = Window & { isReady?: boolean; getModel?: () => string };

test('what was dragged out is taken by editors, and their own undo takes it out', async ({ driver }) => {
  await pullBadges(driver);
  const studio = await driver.extensionPage('library.html#signature');
  await untilText(studio, en.signatureDragHint.message);
  await untilVisible(studio, '.signature-drag');
  const whole = await dragOut(studio, '.signature-drag');
  for (const { name, field, keeps, byBrowser } of editors) {
    if (byBrowser && driver.name === 'firefox') continue;
    const tab = await driver.newTab(`https://editors.example.org/${name}`);
    await until(name, () => tab.evaluate(() => (window as EditorWindow).isReady));
    await tab.click(field);
    const model = () => tab.evaluate(() => (window as EditorWindow).getModel?.() ?? '');
    const before = await model();
    await driver.drop(tab, field, whole);
    const dropped = await until(`the signature in ${name}`, async () => {
      const text = await model();
      return text.includes('https://www.credly.com/badges/') ? text : null;
    });
    expect(dropped, name).toContain('Hello,');
    if (keeps === 'picture') expect(count(dropped, picture), name).toBe(3);
    if (keeps !== 'text') expect(count(dropped, page), name).toBeGreaterThanOrEqual(3);
    await tab.click(field);
    await tab.press('Control+z');
    await until(`the undo in ${name}`, async () => (await model()) === before);
    await tab.close();
  }
});
