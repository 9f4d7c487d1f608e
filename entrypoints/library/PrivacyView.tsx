import { db, type NetworkLogRow } from '@/utils/db';
import { formatNumber, t, tMaybe, uiLanguage } from '@/utils/i18n';
import { useLiveQuery } from '@/utils/use-live-query';
import { BackupStorage } from './BackupStorage';
import { ConsentTable } from './ConsentStep';
import { Erase } from './Erase';
import type { ViewProps } from './Library';
import { ViewTitle } from './ViewTitle';

/** Rows of the log that are shown; the older ones are kept a while longer. */
const shownCount = 100;

/** What is stored here, what left this browser, and the button that removes it all. */
export function PrivacyView({ rows, accounts, say }: ViewProps) {
  return (
    <div class="narrow">
      <ViewTitle title={t('viewPrivacy')} />
      <section class="section">
        <h2>{t('privacyAgreed')}</h2>
        <ConsentTable />
      </section>
      <Stored badges={rows.length} accounts={accounts.length} />
      <NetworkLog />
      <BackupStorage say={say} />
      <Erase say={say} />
    </div>
  );
}

function Stored({ badges, accounts }: { badges: number; accounts: number }) {
  const counts = useLiveQuery(async () => ({
    pictures: await db.pictures.count(),
    verifications: await db.verifications.count(),
  }));
  const { pictures, verifications } =
    counts.status === 'ready' ? counts.value : { pictures: 0, verifications: 0 };
  const lines: readonly (readonly [string, number])[] = [
    [t('storedBadges'), badges],
    [t('storedPictures'), pictures],
    [t('storedAccounts'), accounts],
    [t('storedVerifications'), verifications],
  ];
  return (
    <section class="section">
      <h2>{t('privacyStored')}</h2>
      <dl class="facts">
        {lines.map(([label, count]) => [
          <dt key={`${label} term`}>{label}</dt>,
          <dd key={label}>{formatNumber(count)}</dd>,
        ])}
      </dl>
    </section>
  );
}

function NetworkLog() {
  const log = useLiveQuery(() => db.networkLog.orderBy('id').reverse().limit(shownCount).toArray());
  const rows = log.status === 'ready' ? log.value : [];
  return (
    <section class="section">
      <h2>{t('privacyLog')}</h2>
      <p class="second">{t(rows.length > 0 ? 'privacyLogText' : 'privacyLogEmpty')}</p>
      {rows.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long log scrolls by keys, too
        <section class="log" tabIndex={0} aria-label={t('privacyLog')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t('logWhen')}</th>
                <th scope="col">{t('logHost')}</th>
                <th scope="col">{t('logPurpose')}</th>
                <th scope="col">{t('logOutcome')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <LogLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function LogLine({ row }: { row: NetworkLogRow }) {
  const when = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <tr>
      <td>{when.format(new Date(row.at))}</td>
      <td>{row.host}</td>
      <td>{tMaybe(`purpose_${row.purpose}`) ?? row.purpose}</td>
      <td>{outcomeWords(row.outcome)}</td>
    </tr>
  );
}

/** A status as the number that it is; an error in words. */
function outcomeWords(outcome: string): string {
  if (outcome.startsWith('2')) return t('outcomeAnswered');
  return tMaybe(`error_${outcome}`) ?? outcome;
}
