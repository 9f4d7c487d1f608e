import { useEffect, useState } from 'preact/hooks';
import type { ToastMessage } from '@/components/Toast';
import type { Badge } from '@/utils/badge';
import { tMaybe } from '@/utils/i18n';
import { insertIntoTab } from './insert-into-tab';
import { findActiveTab } from './navigation';
import { makeStoredSignature } from './make-signature';

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
    if (badges.length === 0) return;
    void makeStoredSignature(badges)
      .then((signature) => insertIntoTab(tabId, signature))
      .then(({ status }) => say({ text: wordsFor(status) }));
  };
}

function wordsFor(status: string): string {
  return tMaybe(`insertResult_${status}`) ?? status;
}
