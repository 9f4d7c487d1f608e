import { t, type MessageKey } from '@/utils/i18n';
import { consent, consentVersion } from '@/utils/settings';

/** What, where to, and when. A change here raises `consentVersion`. */
const lines: readonly (readonly [MessageKey, MessageKey, MessageKey])[] = [
  ['consentKept', 'consentKeptWhere', 'consentKeptWhen'],
  ['consentProfile', 'consentProfileWhere', 'consentProfileWhen'],
  ['consentCheck', 'consentCheckWhere', 'consentCheckWhen'],
  ['consentNothing', 'consentNothingWhere', 'consentNothingWhen'],
];

/** What is kept and what is sent to whom, and the button that agrees to it. Nothing is read before. */
export function ConsentStep({ isAgreed }: { isAgreed: boolean }) {
  return (
    <>
      <ConsentTable />
      {isAgreed ? (
        <p class="second">{t('consentGiven')}</p>
      ) : (
        <div class="row-of-buttons">
          <button type="button" class="button main" onClick={() => void agree()}>
            {t('consentAgree')}
          </button>
        </div>
      )}
    </>
  );
}

async function agree(): Promise<void> {
  await consent.setValue({ version: consentVersion, at: new Date().toISOString() });
}

/** The four lines, also to be read again in the privacy view. */
export function ConsentTable() {
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('consentWhat')}</th>
          <th scope="col">{t('consentWhere')}</th>
          <th scope="col">{t('consentWhen')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([what, where, when]) => (
          <tr key={what}>
            <th scope="row">{t(what)}</th>
            <td>{t(where)}</td>
            <td>{t(when)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
