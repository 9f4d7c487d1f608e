import {
  Archive,
  BadgePlus,
  Globe,
  Layers,
  LayoutGrid,
  MapPin,
  ShieldCheck,
  ShieldUser,
  Signature,
  Stethoscope,
  UserRound,
  type LucideIcon,
} from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Toast, type ToastMessage } from '@/components/Toast';
import { Failed } from '@/entrypoints/popup/ListStates';
import { useBadges } from '@/entrypoints/popup/use-badges';
import { useSetting } from '@/entrypoints/popup/use-setting';
import { useToast } from '@/entrypoints/popup/use-toast';
import { db, type AccountRow } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { t, type MessageKey } from '@/utils/i18n';
import type { LibraryView } from '@/utils/messages';
import { consent, consentVersion } from '@/utils/settings';
import { useLiveQuery } from '@/utils/use-live-query';
import { AccountsView } from './AccountsView';
import { AddView } from './AddView';
import { BackupView } from './BackupView';
import { CollectionView } from './CollectionView';
import { DoctorView } from './DoctorView';
import { FirstRun } from './FirstRun';
import { LibraryLoss } from './LibraryLoss';
import { PlacesView } from './PlacesView';
import { PrivacyView } from './PrivacyView';
import { SetsView } from './SetsView';
import { SignatureView } from './SignatureView';
import { SitesView } from './SitesView';
import { useView, views } from './use-view';
import { VerifyView } from './VerifyView';

/** What every view of the library is given. */
export interface ViewProps {
  /** Every badge once, newest first. */
  readonly rows: readonly Entry[];
  readonly accounts: readonly AccountRow[];
  /** False until the database answered for the first time. */
  readonly isRead: boolean;
  readonly say: (message: ToastMessage | null) => void;
}

/** The library tab: the first run until the user has agreed, then the views behind the menu. */
export function Library({ isAgreed }: { isAgreed: boolean }) {
  const view = useView();
  const stored = useSetting(consent);
  const isAgreedNow = stored === undefined ? isAgreed : stored?.version === consentVersion;
  const badges = useBadges();
  const accounts = useLiveQuery(() => db.accounts.toArray());
  const [message, say] = useToast();
  const parts: ViewProps = {
    rows: badges.status === 'ready' ? badges.rows : [],
    accounts: accounts.status === 'ready' ? accounts.value : [],
    isRead: badges.status === 'ready' && badges.isComplete && accounts.status === 'ready',
    say,
  };
  const isFirstRun = !isAgreedNow || view === 'first-run';
  return (
    <>
      {isFirstRun ? (
        <FirstRun {...parts} isAgreed={isAgreedNow} hasFailed={badges.status === 'failed'} />
      ) : (
        <div class="frame">
          <Menu view={view} />
          <main class={`view ${view}`}>
            <LibraryLoss />
            {badges.status === 'failed' ? <Failed /> : <View view={view} {...parts} />}
          </main>
        </div>
      )}
      <Toast message={message} />
    </>
  );
}

function View({ view, ...parts }: ViewProps & { view: LibraryView }) {
  if (view === 'signature') return <SignatureView {...parts} />;
  if (view === 'sets') return <SetsView {...parts} />;
  if (view === 'places') return <PlacesView {...parts} />;
  if (view === 'verify') return <VerifyView />;
  if (view === 'sites') return <SitesView {...parts} />;
  if (view === 'accounts') return <AccountsView {...parts} />;
  if (view === 'add') return <AddView {...parts} />;
  if (view === 'doctor') return <DoctorView {...parts} />;
  if (view === 'backup') return <BackupView {...parts} />;
  if (view === 'privacy') return <PrivacyView {...parts} />;
  return <CollectionView {...parts} />;
}

const menu: Readonly<Record<string, { readonly icon: LucideIcon; readonly words: MessageKey }>> = {
  collection: { icon: LayoutGrid, words: 'viewCollection' },
  add: { icon: BadgePlus, words: 'viewAdd' },
  sets: { icon: Layers, words: 'viewSets' },
  signature: { icon: Signature, words: 'viewSignature' },
  places: { icon: MapPin, words: 'viewPlaces' },
  verify: { icon: ShieldCheck, words: 'viewVerify' },
  sites: { icon: Globe, words: 'viewSites' },
  accounts: { icon: UserRound, words: 'viewAccounts' },
  doctor: { icon: Stethoscope, words: 'viewDoctor' },
  backup: { icon: Archive, words: 'viewBackup' },
  privacy: { icon: ShieldUser, words: 'viewPrivacy' },
};

function Menu({ view }: { view: LibraryView }) {
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  useEffect(() => {
    // A change of view is announced by its heading; on opening the page the browser does that itself.
    if (isMounted) document.querySelector<HTMLElement>('main h1')?.focus();
  }, [view]);
  return (
    <nav class="menu" aria-label={t('menu')}>
      <p class="brand">
        <img src="/icon/lapelpin.svg" alt="" width={24} height={24} />
        LapelPin
      </p>
      <ul>
        {views.map((name) => {
          const entry = menu[name];
          if (!entry) return null;
          return (
            <li key={name}>
              <a href={`#${name}`} aria-current={name === view ? 'page' : undefined}>
                <entry.icon size={16} />
                {t(entry.words)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
