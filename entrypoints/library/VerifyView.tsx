import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { AskRegistries } from './AskRegistries';
import { toPictureFile } from './transfer-files';
import { useHandedOver } from './use-handed-over';
import { useVerifications } from './use-verifications';
import { VerifyForm } from './VerifyForm';
import { VerifyResult } from './VerifyResult';
import { toProfile } from './verify-target';
import { ViewTitle } from './ViewTitle';

/** Any badge of anybody: a file, a link, JSON or a token, checked on this computer, with the whole report. */
export function VerifyView() {
  const { entries, verifyAll, verifyAgain, remove } = useVerifications();
  const [recipient, setRecipient] = useState('');
  const [compared, setCompared] = useState('');
  const profile = toProfile(recipient);
  const isAlone = entries.length === 1;
  const compareAll = () => {
    setCompared(recipient);
    for (const { id } of entries) verifyAgain(id, profile);
  };
  useHandedOver('verify', (text) => {
    const picture = toPictureFile(text);
    verifyAll([picture ? { kind: 'file', file: picture } : { kind: 'text', text }], profile);
  });
  return (
    <div class="narrow">
      <ViewTitle title={t('verifyTitle')} />
      <p>{t('verifyIntro')}</p>
      <VerifyForm
        recipient={recipient}
        onRecipient={setRecipient}
        onAgain={entries.length > 0 && recipient !== compared ? compareAll : null}
        onVerify={(brought) => {
          setCompared(recipient);
          verifyAll(brought, profile);
        }}
      />
      {entries.length > 0 && (
        <section class="section" aria-label={t('verifyReports')}>
          {entries.map((entry) => (
            <VerifyResult
              key={entry.id}
              entry={entry}
              isOpen={isAlone}
              onAgain={() => verifyAgain(entry.id, profile)}
              onRemove={() => remove(entry.id)}
            />
          ))}
        </section>
      )}
      <AskRegistries />
    </div>
  );
}
