import { t } from '@/utils/i18n';
import { linkedInMatches } from '@/utils/pages/linkedin';
import type { SiteId } from '@/utils/site';
import { webmails } from '@/utils/webmails/index';
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
        .map(({ id, name, matches }) => (
          <SiteCard
            key={id}
            siteId={id as SiteId}
            name={name}
            matches={matches}
            text={t('siteWebmail', name)}
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
