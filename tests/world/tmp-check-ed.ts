import { chromium } from '@playwright/test';
import { startServer } from './server.ts';
import { editors } from './sites/editors.ts';
const server = await startServer({ 'editors.example.org': editors });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--ignore-certificate-errors', `--host-resolver-rules=MAP * 127.0.0.1:${server.port}`] });
for (const name of process.argv[2].split(',')) {
  const page = await browser.newPage();
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message));
  page.on('console', (m) => m.type()==='error' && console.log(name, 'console', m.text(), m.location().url));
  await page.goto(`https://editors.example.org/${name}`);
  await page.waitForFunction(() => window.isReady, null, { timeout: 15000 }).catch((e) => console.log(name, e.message));
  const sel = name==='textarea' ? '#editor' : '[contenteditable=true]:not(.ql-clipboard)';
  const frame = name === 'tinymce' ? page.frames()[1] : page;
  await frame.click(sel);
  await page.keyboard.press('End'); await page.keyboard.type(' typed');
  await frame.evaluate((n) => document.execCommand('insertHTML', false, '<a href="https://x.example/1">link</a><img src="data:," alt="i">'));
  await page.waitForTimeout(400);
  console.log(name, await page.evaluate(() => window.getModel()));
  await page.screenshot({ path: `/tmp/ed/${name}.png` });
  await page.close();
}
await browser.close(); await server.close();
