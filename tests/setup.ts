import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../public/_locales/en/messages.json';

type Message = { message: string };

/** The fake browser has no i18n: English messages, the way the browser serves them. */
function getMessage(key: string, substitutions?: string | string[]): string {
  if (key === '@@ui_locale') return 'en';
  const values = ([] as string[]).concat(substitutions ?? []);
  const message = (en as Record<string, Message>)[key]?.message ?? '';
  return message.replace(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.i18n.getMessage = getMessage as typeof fakeBrowser.i18n.getMessage;
  fakeBrowser.i18n.getUILanguage = () => 'en';
});
afterEach(() => cleanup());
