import type { ComponentChildren } from 'preact';
import type { BadgeRow } from '@/utils/db';
import type { WebUrl } from '@/utils/html';
import { formatDay, t } from '@/utils/i18n';
import { OutLink } from './OutLink';
import { QrCode } from './QrCode';

interface BadgeDetailProps {
  readonly badge: BadgeRow;
  /** The checks, or the button that asks for them. */
  readonly checks: ComponentChildren;
}

/** One badge with all that its source says of it. What the source does not say is not shown as empty. */
export function BadgeDetail({ badge, checks }: BadgeDetailProps) {
  const { achievement, pageUrl } = badge;
  return (
    <>
      {achievement.description && <p class="prose">{achievement.description}</p>}
      <Facts badge={badge} />
      <Section title={t('detailChecks')}>{checks}</Section>
      {achievement.criteria.length > 0 && (
        <Section title={t('detailCriteria')}>
          <LinkList items={achievement.criteria} />
        </Section>
      )}
      {achievement.skills.length > 0 && (
        <Section title={t('detailSkills')}>
          <ul class="tags">
            {achievement.skills.map((skill) => (
              <li key={skill} class="tag">
                <bdi>{skill}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {badge.evidence.length > 0 && (
        <Section title={t('detailEvidence')}>
          <LinkList
            items={badge.evidence.map(({ name, description, type, url }) => ({
              text: [name, description].filter((part) => part !== '').join(' · ') || type,
              url,
            }))}
          />
        </Section>
      )}
      {pageUrl && (
        <Section title={t('detailQr')}>
          <QrCode text={pageUrl} label={t('qrLabel', achievement.name)} />
        </Section>
      )}
    </>
  );
}

function Facts({ badge }: { badge: BadgeRow }) {
  const { achievement, issuer } = badge;
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [t('badgeIssuer'), <OutLink key="issuer" text={issuer.name} url={issuer.url} />],
    [t('badgeEarned'), formatDay(badge.issuedOn)],
    [t('badgeExpires'), badge.expiresOn ? formatDay(badge.expiresOn) : t('badgeNoExpiry')],
    [t('badgeRecipient'), badge.recipientName],
    [t('badgeType'), [achievement.type, achievement.level].filter(Boolean).join(' · ')],
    [t('fieldCredentialId'), badge.credentialId],
    [t('badgePage'), badge.pageUrl && <OutLink text={new URL(badge.pageUrl).hostname} url={badge.pageUrl} />],
  ];
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => [
          <dt key={`${label} term`}>{label}</dt>,
          <dd key={label}>
            <bdi>{value}</bdi>
          </dd>,
        ])}
    </dl>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function LinkList({ items }: { items: readonly { text: string; url: WebUrl | null }[] }) {
  return (
    <ul class="list">
      {items.map(({ text, url }) => (
        <li key={`${text} ${url}`}>
          <OutLink text={text} url={url} />
        </li>
      ))}
    </ul>
  );
}
