import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { handleMessages } from '@/utils/messages';
import { registerClaims } from './claims';
import { handlers } from './handlers';
import { onFirstInstall } from './first-run';
import { registerVerifier } from './load-verifier';
import { insertHere, insertSignature } from './insert';
import { createMenus, onMenuClick } from './menus';
import { onAlarm, resume, scheduleDaily } from './pulls';
import { listenToNotifications, notifyOfExpiries } from './reminders';
import { forgetWithdrawn, registerSites } from './sites';
import { watchWrites } from './watch';
import { showNewCount } from './toolbar';

/**
 * All listeners at once, synchronously: the browser wakes a stopped background only for listeners that were there at
 * the first turn. Nothing is kept in variables; what is under way is in the database.
 *
 * Not a module, but one script: a service worker may not `import()`, and the verifier, which is a script of its own,
 * comes by `importScripts`.
 */
export default defineBackground({
  main() {
    registerVerifier();
    registerClaims();
    watchWrites();
    handleMessages(handlers);
    browser.alarms.onAlarm.addListener(({ name }) => void onAlarm(name));
    browser.runtime.onInstalled.addListener(({ reason }) => void onFirstInstall(reason));
    browser.runtime.onInstalled.addListener(() => void createMenus());
    browser.contextMenus.onClicked.addListener((pressed, tab) => void onMenuClick(pressed, tab));
    browser.commands.onCommand.addListener((name) => void (name === insertSignature && insertHere()));
    browser.runtime.onStartup.addListener(() => void resume());
    listenToNotifications();
    browser.permissions.onRemoved.addListener(() => void forgetWithdrawn());
    browser.permissions.onAdded.addListener(() => {
      listenToNotifications();
      void registerSites();
    });
    void wake();
  },
});

/** Each start, whatever the cause: alarms may be lost (updates, Firefox), a pull may have been cut off. */
async function wake(): Promise<void> {
  await scheduleDaily();
  await registerSites();
  await showNewCount();
  // What is said from the library waits for no site; a browser that cannot show it holds up no pull.
  await Promise.all([notifyOfExpiries(), resume()]);
}
