import type { PictureOf } from '@/entrypoints/popup/use-pictures';
import { QrCode } from '@/components/QrCode';
import type { Badge } from '@/utils/badge';
import { formatDay, t } from '@/utils/i18n';

export type PaperLayout = 'list' | 'page';

interface PaperProps {
  readonly badges: readonly Badge[];
  readonly layout: PaperLayout;
  readonly heading: string;
  readonly hasCodes: boolean;
  readonly pictureOf: PictureOf;
}

/** The paper: what the printer gets and nothing else, black on white whatever the browser's colours are. */
export function Paper({ badges, layout, heading, hasCodes, pictureOf }: PaperProps) {
  const columns = layout === 'page' ? columnsFor(badges.length) : 1;
  return (
    <main class={`paper ${layout}`} data-columns={columns}>
      {heading && <h2>{heading}</h2>}
      <ul>
        {badges.map((badge) => (
          <li key={badge.id}>
            <Item
              badge={badge}
              picture={pictureOf(badge) ?? null}
              hasCode={hasCodes}
              isNarrow={columns > 2}
            />
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Columns of the one page: as few as leave each badge a place of its own. */
function columnsFor(count: number): number {
  if (count === 1) return 1;
  if (count <= 6) return 2;
  return count <= 12 ? 3 : 4;
}

interface ItemProps {
  readonly badge: Badge;
  readonly picture: string | null;
  readonly hasCode: boolean;
  /** There is room for months, not for days. */
  readonly isNarrow: boolean;
}

function Item({ badge, picture, hasCode, isNarrow }: ItemProps) {
  const { achievement, issuer, issuedOn, expiresOn, credentialId, pageUrl } = badge;
  const style = isNarrow ? 'month' : 'long';
  const [earned, expires] = [formatDay(issuedOn, style), expiresOn ? formatDay(expiresOn, style) : ''];
  return (
    <>
      {picture ? <img src={picture} alt="" /> : <span class="no-picture" />}
      <div class="words">
        <strong dir="auto">{achievement.name}</strong>
        <span dir="auto">{issuer.name}</span>
        <span>
          {isNarrow && earned && expires ? (
            `${earned} – ${expires}`
          ) : (
            <>
              {earned && t('printEarned', earned)}
              {earned && expires && ' · '}
              {expires && t('printExpires', expires)}
            </>
          )}
        </span>
        {credentialId && <small>{t('printCredential', credentialId)}</small>}
        {pageUrl && <small class="address">{pageUrl}</small>}
      </div>
      {hasCode && pageUrl && <QrCode text={pageUrl} label={t('printCode', achievement.name)} size={96} />}
    </>
  );
}
