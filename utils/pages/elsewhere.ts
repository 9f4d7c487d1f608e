import { t } from '../i18n';
import { send } from '../messages';
import { say } from './toast';

/** Milliseconds in which only one press leads there: a page may make the user press often. */
const restMs = 2000;
let last = -restMs;

/**
 * Shows what the page holds in our own popup, over which no page can lay anything. Where the browser opens that only for the
 * user's own hand, a line in the page says where to press; a page that hides the line gains nothing by it.
 */
export function showElsewhere(root: AbortSignal): void {
  if (performance.now() - last < restMs) return;
  last = performance.now();
  void open(root);
}

async function open(root: AbortSignal): Promise<void> {
  const isOpen = await send('showOnThisPage', {}).catch(() => false);
  if (!isOpen) say(t('pressUnseen'), root);
}
