import { t, tMaybe } from '@/utils/i18n';
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
/** What runs on hosts of one's own: made for that first, then what a vendor hosts as well. */
const onOwnHosts = webmails
  .filter(({ matches, hasOwnHosts }) => matches.length === 0 || hasOwnHosts)
  .toSorted((one, other) => one.matches.length - other.matches.length);

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
            name={nameOf(webmail)}
            matches={webmail.matches}
            text={wordsFor(webmail)}
            say={say}
          />
        ))}
      <OwnWebmail webmails={onOwnHosts} say={say} />
      <CheckOnSight />
    </div>
  );
}

/** As it is called in the user's language, where that differs. */
function nameOf({ id, name }: Webmail): string {
  return tMaybe(`webmailName_${id}`) ?? name;
}

/** What happens there, and where it is known by hearsay alone. */
function wordsFor(webmail: Webmail): string {
  const { evidence } = webmail;
  const what = t('siteWebmail', nameOf(webmail));
  return evidence === 'reported' ? `${what} ${t('siteReported')}` : what;
}
