import { test as base } from '@playwright/test';
import { startWorld, type World } from '../world/world.ts';
import { launchChromium } from './chromium.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';

interface PerTest {
  /** The world of this test alone: whatever it breaks there, the next finds it whole. */
  world: World;
  /** A fresh browser with the extension; closed afterwards. */
  driver: Driver;
  /** More browsers, in another language or colour scheme. */
  launch: (options?: Omit<LaunchOptions, 'world'>) => Promise<Driver>;
}
interface Options {
  /** Real Roundcube in the world. Costs a second or two. */
  withRoundcube: boolean;
  /** Hosts with an API behind a sign-in. */
  withProvider: boolean;
}

/** Playwright's test with our world and browser. The project's name says which browser. */
export const test = base.extend<PerTest & Options>({
  withRoundcube: [false, { option: true }],
  withProvider: [false, { option: true }],
  world: async ({ withRoundcube, withProvider }, use) => {
    const world = await startWorld({ withRoundcube, withProvider });
    await use(world);
    await world.close();
  },
  launch: async ({ world }, use, info) => {
    const open: Driver[] = [];
    const start = info.project.name === 'firefox' ? launchFirefox : launchChromium;
    await use(async (options = {}) => {
      const driver = await start({ ...options, world });
      open.push(driver);
      return driver;
    });
    for (const driver of open) await driver.close();
  },
  driver: async ({ launch }, use) => use(await launch()),
});
export { expect } from '@playwright/test';
