import { X } from 'lucide-preact';
import { IconButton } from '@/components/IconButton';
import type { ToastMessage } from '@/components/Toast';
import { t } from '@/utils/i18n';
import type { SiteId } from '@/utils/site';
import type { Webmail } from '@/utils/webmails/webmail';
import { useSite } from './use-site';

interface OwnHostsProps {
  readonly webmail: Webmail;
  readonly say: (message: ToastMessage | null) => void;
}

/** The addresses of one's own where a webmail is switched on, each with the button that takes it away. */
export function OwnHosts({ webmail, say }: OwnHostsProps) {
  const { matches, switchOff } = useSite(webmail.id as SiteId);
  const own = matches.filter((match) => !webmail.matches.includes(match));
  const remove = (match: string) => {
    switchOff(new URL(match.replace(/\*$/, '')).origin);
    say({ text: t('siteSwitchedOff', hostOf(match)) });
  };
  return own.map((match) => (
    <li key={match} class="row-line">
      <span class="badge-words">
        {hostOf(match)} <span class="second">{webmail.name}</span>
      </span>
      <IconButton icon={X} label={t('siteRemove', hostOf(match))} onPress={() => remove(match)} />
    </li>
  ));
}

function hostOf(match: string): string {
  return match.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
