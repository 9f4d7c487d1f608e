import { browser } from 'wxt/browser';
import { countNew } from '@/utils/library-queries';

/** The number of new badges on the toolbar icon, quietly; nothing when there are none. */
export async function showNewCount(): Promise<void> {
  const count = await countNew().catch(() => 0);
  await browser.action.setBadgeBackgroundColor({ color: '#0b6e6e' });
  await browser.action.setBadgeText({ text: count > 0 ? String(Math.min(count, 999)) : '' });
}
