import { ErrorNotice } from '@/components/ErrorNotice';
import { Notice } from '@/components/Notice';
import type { ToastMessage } from '@/components/Toast';
import { t } from '@/utils/i18n';
import type { SiteId } from '@/utils/site';
import { Switch } from './Switch';
import { useSite, type SiteState } from './use-site';

interface SiteCardProps {
  readonly siteId: SiteId;
  readonly name: string;
  readonly matches: readonly string[];
  /** What happens there once it is on. */
  readonly text: string;
  /** What speaks against it. */
  readonly warning?: string;
  readonly say: (message: ToastMessage | null) => void;
}

/** One site with its switch and its own explanation. */
export function SiteCard({ siteId, name, matches, text, warning, say }: SiteCardProps) {
  const { state, error, switchOn, switchOff } = useSite(siteId);
  const isOn = state === 'on' || state === 'withdrawn';
  const onSwitch = (on: boolean) => {
    if (on) return switchOn(matches);
    switchOff();
    return say({ text: t('siteSwitchedOff', name) });
  };
  return (
    <section class="card">
      <div class="card-head">
        <h2 id={`site-${siteId}`}>{name}</h2>
        <Switch
          labelledBy={`site-${siteId}`}
          describedBy={`about-${siteId}`}
          isOn={isOn}
          onSwitch={onSwitch}
        />
      </div>
      <div id={`about-${siteId}`} class="section">
        <p class="second">{text}</p>
        {warning && <Notice tone="warn">{warning}</Notice>}
      </div>
      <SiteNotice state={state} name={name} onAgain={() => switchOn(matches)} />
      {error && <ErrorNotice error={error} onNext={() => switchOn(matches)} />}
    </section>
  );
}

interface SiteNoticeProps {
  readonly state: SiteState;
  readonly name: string;
  readonly onAgain: () => void;
}

/** What the browser said to the switch, where that needs words. */
export function SiteNotice({ state, name, onAgain }: SiteNoticeProps) {
  if (state === 'asking') return <Notice>{t('siteAsking', name)}</Notice>;
  if (state !== 'refused' && state !== 'withdrawn') return null;
  return (
    <Notice tone="warn">
      <p>{t(state === 'refused' ? 'siteRefused' : 'siteWithdrawn', name)}</p>
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={onAgain}>
          {t('errorNext_permission_needed')}
        </button>
      </div>
    </Notice>
  );
}
