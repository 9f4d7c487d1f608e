import { browser } from 'wxt/browser';
import { countNew } from '@/utils/library-queries';
import { popupStart } from '@/utils/settings';

/** The number of new badges on the toolbar icon, quietly; nothing when there are none. */
export async function showNewCount(): Promise<void> {
  const count = await countNew().catch(() => 0);
  await browser.action.setBadgeBackgroundColor({ color: '#0b6e6e' });
  await browser.action.setBadgeText({ text: count > 0 ? String(Math.min(count, 999)) : '' });
}

/** Opens the popup where it lists what the page shows. False where the browser opens it only for the user's own hand. */
export async function showOnThisPage(): Promise<boolean> {
  await popupStart.setValue({ view: 'page', at: Date.now() });
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    // It stays noted: the user is asked to press the button.
    return false;
  }
}
