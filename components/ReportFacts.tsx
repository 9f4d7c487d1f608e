import { formatDay, t } from '@/utils/i18n';
import type { Verification } from '@/utils/verification';

/** Whom and when: what the badge itself says, in one line. Nothing where it could not be read. */
export function ReportFacts({ verification: { badge, holder } }: { readonly verification: Verification }) {
  if (!badge) return null;
  const day = (moment: string) => formatDay(moment.slice(0, 10));
  const facts = [
    holder?.name ? t('reportHolder', holder.name) : null,
    badge.issuedOn ? t('reportIssued', day(badge.issuedOn)) : null,
    badge.expiresOn ? t('reportExpires', day(badge.expiresOn)) : null,
  ].filter((fact) => fact !== null);
  return facts.length > 0 ? <span class="report-facts">{facts.join(' · ')}</span> : null;
}
