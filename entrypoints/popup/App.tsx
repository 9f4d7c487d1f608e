import { useState } from 'preact/hooks';
import { consent, consentVersion, type PopupDraft } from '@/utils/settings';
import { Collection } from './Collection';
import { useSetting } from './use-setting';
import { Welcome } from './Welcome';

/** Where a badge is shown: a popup closes at the next click, a side panel stays beside the page, the library is a page. */
export type Surface = 'popup' | 'sidepanel' | 'library';

interface AppProps {
  readonly surface: Surface;
  readonly draft: PopupDraft;
  readonly isAgreed: boolean;
  /** Opens on what the page beside it shows. */
  readonly isOnPage: boolean;
}

/** The whole popup, and the whole side panel: a welcome until the user has agreed, then the badges. */
export function App({ surface, draft, isAgreed, isOnPage }: AppProps) {
  const stored = useSetting(consent);
  const [wasAgreed] = useState(isAgreed);
  const isAgreedNow = stored === undefined ? wasAgreed : stored?.version === consentVersion;
  return isAgreedNow ? (
    <Collection surface={surface} initialDraft={draft} startsOnPage={isOnPage} />
  ) : (
    <Welcome />
  );
}
