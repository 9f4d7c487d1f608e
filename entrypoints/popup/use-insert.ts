import { useEffect, useState } from 'preact/hooks';
import type { ToastMessage } from '@/components/Toast';
import type { Badge } from '@/utils/badge';
import { t, tMaybe } from '@/utils/i18n';
import type { Signature } from '@/utils/signature-layouts/signature-layout';
import { copySignature } from './clipboard';
import { insertIntoTab } from '@/utils/pages/insert-into-tab';
import { findActiveTab } from './navigation';
import { makeStoredSignature } from './make-signature';
import { noteIfWanted, sayUsed, type Use } from './say-used';

/** Inserts a signature of these badges where the user writes. */
export type Insert = (badges: readonly Badge[]) => void;

/**
 * Offers to insert into the page beside us; null where there is none that we may enter. Whether it holds an editor is
 * found out by trying: looking beforehand would mean entering every page over which the popup opens.
 */
export function useInsert(say: (message: ToastMessage) => void): Insert | null {
  const [tabId, setTabId] = useState<number | null>(null);
  useEffect(() => void findActiveTab().then((tab) => setTabId(tab?.mayEnter ? tab.tabId : null)), []);
  if (tabId === null) return null;
  return (badges) => {
    if (badges.length > 0) void insert(badges, tabId, say);
  };
}

async function insert(
  badges: readonly Badge[],
  tabId: number,
  say: (message: ToastMessage) => void,
): Promise<void> {
  const signature = await makeStoredSignature(badges);
  const { status } = await insertIntoTab(tabId, signature);
  // The last way there is: the user's own paste, which every field takes.
  if (status === 'failed' && (await isCopied(signature))) return say({ text: wordsFor('copied') });
  const use: Use = { badges, kind: 'post', label: t('placeMail') };
  if (status === 'inserted') sayUsed(say, wordsFor(status), use, await noteIfWanted(use));
  else say({ text: wordsFor(status) });
}

/** While the press that asked for it still counts: browsers let nobody write on the clipboard by themselves. */
function isCopied(signature: Signature): Promise<boolean> {
  return copySignature(Promise.resolve(signature)).then(
    () => true,
    () => false,
  );
}

function wordsFor(status: string): string {
  return tMaybe(`insertResult_${status}`) ?? status;
}
