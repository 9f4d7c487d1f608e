import { browser } from 'wxt/browser';
import { uiLanguage } from '@/utils/i18n';
import { badgesForSignature, pictureTypesOf } from '@/utils/library-queries';
import { insertIntoTab } from '@/utils/pages/insert-into-tab';
import { signature } from '@/utils/settings';
import type { Signature } from '@/utils/signature-layouts/signature-layout';
import { renderSignature } from '@/utils/signature-render';
import { openLibrary } from './first-run';

/** The name of the menu's entry and of the keyboard command. */
export const insertSignature = 'insert-signature';

/** The signature that the user has set up, of the badges as they are now; null while there is none. */
export async function makeSignature(): Promise<Signature | null> {
  const setting = await signature.getValue();
  const badges = await badgesForSignature(setting, new Date());
  if (badges.length === 0) return null;
  const mediaTypes = await pictureTypesOf(badges);
  return renderSignature(badges, setting, { uiLanguage: uiLanguage(), mediaTypes });
}

/**
 * Inserts it where the user writes, for the context menu and the keyboard: both let us enter the tab this once. What became
 * of it is said in the page. Without badges the library shows how to get a signature.
 */
export async function insertHere(tabId?: number): Promise<void> {
  const made = await makeSignature();
  if (!made) return openLibrary('signature');
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const id = tabId ?? active?.id;
  if (id !== undefined) await insertIntoTab(id, made, true);
}
