import { t } from '@/utils/i18n';
import { linkedInMatches } from '@/utils/pages/linkedin';
import type { SiteId } from '@/utils/site';
import { webmails } from '@/utils/webmails/index';
import type { Webmail } from '@/utils/webmails/webmail';
import { CheckOnSight } from './CheckOnSight';
import type { ViewProps } from './Library';
import { OwnWebmail } from './OwnWebmail';
import { SiteCard } from './SiteCard';
import { ViewTitle } from './ViewTitle';

const linkedIn = 'linkedin' as SiteId;

/** Where LapelPin may do something in other people's pages: each site a choice of its own, with what it means. */
export function SitesView({ say }: ViewProps) {
  return (
    <div class="narrow">
      <ViewTitle title={t('viewSites')} />
      <p>{t('sitesText')}</p>
      <SiteCard
        siteId={linkedIn}
        name="LinkedIn"
        matches={linkedInMatches}
        text={t('siteLinkedIn')}
        warning={t('siteLinkedInRule')}
        say={say}
      />
      {webmails
        .filter(({ matches }) => matches.length > 0)
        .map((webmail) => (
          <SiteCard
            key={webmail.id}
            siteId={webmail.id as SiteId}
            name={webmail.name}
            matches={webmail.matches}
            text={wordsFor(webmail)}
            say={say}
          />
        ))}
      {webmails
        .filter(({ matches }) => matches.length === 0)
        .map(({ id, name }) => (
          <OwnWebmail key={id} siteId={id as SiteId} name={name} say={say} />
        ))}
      <CheckOnSight />
    </div>
  );
}

/** What happens there, and where it is known by hearsay alone. */
function wordsFor({ name, message, evidence }: Webmail): string {
  const what = t(message.length > 0 ? 'siteWebmail' : 'siteWebmailWrite', name);
  return evidence === 'reported' ? `${what} ${t('siteReported')}` : what;
}
