import { until, untilVisible, type Driver, type Tab } from '../e2e/driver.ts';
import type { World } from '../world/world.ts';

const origin = 'https://webmail.example.org';

/** Signs in with the account of the world; the session then holds for every tab. */
export async function signIntoRoundcube(driver: Driver, { roundcube }: World): Promise<Tab> {
  if (!roundcube) throw new Error('Roundcube is not installed');
  const tab = await driver.newTab(`${origin}/`);
  await tab.fill('#rcmloginuser', roundcube.user);
  await tab.fill('#rcmloginpwd', roundcube.password);
  await tab.press('Enter');
  await until('the mailbox', () => tab.evaluate(() => location.search.includes('_task=mail')));
  return tab;
}

/** Opens the mail of the inbox on a page of its own. */
export async function openRoundcubeMail(tab: Tab): Promise<void> {
  await tab.goto(`${origin}/?_task=mail&_mbox=INBOX&_uid=1&_action=show`);
  await untilVisible(tab, '#messagebody a[href*="/badges/"]');
}

/** Fills in a new mail up to the cursor in its text. */
export async function composeInRoundcube(tab: Tab): Promise<void> {
  await untilVisible(tab, '#composebody_ifr');
  await tab.fill('#compose-subject', '배지를 넣은 서명');
  await tab.evaluate(() => {
    // The visible field is made of chips; this is what is sent.
    const to = document.querySelector<HTMLTextAreaElement>('#_to');
    if (to) to.value = 'team@example.com';
  });
  await tab.click('#composebody_ifr');
  await tab.type('안녕하세요 ');
}
