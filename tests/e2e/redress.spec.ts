import { until, type Driver, type Tab } from './driver.ts';
import { partsIn, pressPart, untilParts } from './in-page.ts';
import { showFixture, switchSite } from './site-pages.ts';
import { expect, test } from './test.ts';

const cover = 'position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: white';

/**
 * What a page can do so that a user presses what he does not see (facts on threats, A1.3). Each gives back what undoes it.
 * Runs in the page.
 */
function attack(how: string, style: string): void {
  const page = window as unknown as { undo?: () => void };
  page.undo?.();
  const [body, root] = [document.body, document.documentElement];
  const host = [...body.children].findLast(
    ({ localName, attributes, childNodes }) =>
      localName === 'div' && attributes.length === 0 && childNodes.length === 0,
  ) as HTMLElement;
  const dress = (element: HTMLElement, css: string) => {
    element.setAttribute('style', css);
    page.undo = () => element.removeAttribute('style');
  };
  const lay = (element: HTMLElement, css: string) => {
    element.setAttribute('style', css);
    body.append(element);
    page.undo = () => element.remove();
    return element;
  };
  const attacks: Record<string, () => void> = {
    'host opacity': () => dress(host, 'opacity: 0 !important'),
    'host half opacity': () => dress(host, 'opacity: 0.5 !important'),
    'body opacity': () => dress(body, 'opacity: 0'),
    'page opacity': () => dress(root, 'opacity: 0.001'),
    'animated opacity': () => {
      const animation = body.animate([{ opacity: 0 }, { opacity: 0.2 }], { duration: 1e6 });
      page.undo = () => animation.cancel();
    },
    'filter opacity': () => dress(body, 'filter: opacity(0)'),
    'filter blur': () => dress(root, 'filter: blur(40px)'),
    blend: () => dress(body, 'mix-blend-mode: color-burn'),
    scale: () => dress(body, 'transform: scale(0.05); transform-origin: 0 0'),
    'cover div': () => lay(document.createElement('div'), style).append('Press here to win'),
    'cover canvas': () => void lay(document.createElement('canvas'), `${style}; width: 100vw; height: 100vh`),
    'cover popover': () => {
      const popover = lay(
        document.createElement('p'),
        `${style}; width: 100vw; height: 100vh; margin: 0; border: 0`,
      );
      popover.popover = 'manual';
      popover.showPopover();
    },
    'cover part': () => lay(document.createElement('div'), style).style.setProperty('left', 'var(--from)'),
    'cover inside': () => {
      // In a tree of its own, in the page's highest layer.
      const outer = lay(document.createElement('section'), '');
      const inner = document.createElement('div');
      inner.style.cssText = style;
      outer.attachShadow({ mode: 'open' }).append(inner);
    },
  };
  attacks[how]?.();
}

const attacks = [
  'body opacity',
  'page opacity',
  'animated opacity',
  'filter opacity',
  'filter blur',
  'blend',
  'scale',
  'cover div',
  'cover canvas',
  'cover popover',
  'cover part',
  'cover inside',
];

async function openMark(driver: Driver): Promise<Tab> {
  const tab = await driver.newTab('https://www.linkedin.com/in/seoyeon-lee/');
  await showFixture(tab, 'linkedin-profile-sdui');
  await switchSite(driver, 'linkedin', ['https://www.linkedin.com/*']);
  await tab.bringToFront();
  await untilParts(driver, tab, '.mark', 2);
  return tab;
}

test('a press on what a page made invisible does nothing; seen, the same press counts', async ({
  driver,
  world,
}) => {
  test.setTimeout(240_000);
  const tab = await openMark(driver);
  const asked = () => world.log.filter(({ host }) => host.includes('credly')).length;
  const accepted: string[] = [];
  for (const how of attacks) {
    const [before] = await untilParts(driver, tab, '.mark', 2);
    const from = `${(before?.box.x ?? 0) + 8}px`;
    await tab.evaluate((left: string) => document.documentElement.style.setProperty('--from', left), from);
    await tab.evaluate(attack, how, cover);
    await new Promise((done) => setTimeout(done, 400));
    const [mark] = await partsIn(driver, tab, '.mark');
    if (!mark) continue; // It hid itself.
    await pressPart(tab, mark);
    await new Promise((done) => setTimeout(done, 300));
    if (asked() > 0 || (await partsIn(driver, tab, '.report')).length > 0) accepted.push(how);
    world.log.length = 0;
    await tab.evaluate(attack, 'none', '');
    await tab.evaluate(() => document.documentElement.removeAttribute('style'));
    await tab.bringToFront();
  }
  expect(accepted).toEqual([]);

  // Styles on our own host do not reach us: what is pressed there can be seen.
  for (const how of ['host opacity', 'host half opacity']) {
    await tab.evaluate(attack, how, cover);
    const opacity = await tab.evaluate(() =>
      [...document.body.children].map((child) => getComputedStyle(child).opacity),
    );
    expect(new Set(opacity), how).toEqual(new Set(['1']));
    await tab.evaluate(attack, 'none', '');
  }
  const [mark] = await untilParts(driver, tab, '.mark', 2);
  if (mark) await pressPart(tab, mark);
  await until('the question that was meant', async () => asked() > 0);
});
