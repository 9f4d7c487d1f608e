import { useState } from 'preact/hooks';
import { accountName } from '@/components/account-name';
import type { AccountRow } from '@/utils/db';
import { hashAddress, ownersOf } from '@/utils/hashed-address';
import { t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { AddressField } from './AddressField';

/** The e-mail addresses of an account, kept as fingerprints: "Missing a badge" compares with them. */
export function AccountAddresses({ account }: { account: AccountRow }) {
  const [said, setSaid] = useState('');
  const { id, addresses = [] } = account;
  const onAddress = async (address: string) => {
    const isKnown = (await ownersOf([account], address)).length > 0;
    if (!isKnown) await send('noteAddress', { accountId: id, address: await hashAddress(address) });
    setSaid(t(isKnown ? 'addressKnown' : 'addressNoted'));
  };
  const onForget = async () => {
    await send('noteAddress', { accountId: id, address: null });
    setSaid(t('addressesForgotten'));
  };
  return (
    <details class="addresses">
      <summary>{addresses.length > 0 ? tn('addressCount', addresses.length) : t('addressNone')}</summary>
      <p class="second">{t('addressText')}</p>
      <AddressField
        id={`address-${id}`}
        words={t('addressLabel', accountName(account))}
        submit={t('addressNote')}
        isEmptied
        onChange={() => setSaid('')}
        onAddress={onAddress}
      />
      <p class="second" role="status">
        {said}
      </p>
      {addresses.length > 0 && (
        <div class="row-of-buttons">
          <button
            type="button"
            class="button quiet"
            aria-label={t('addressForgetLabel', accountName(account))}
            onClick={() => void onForget()}
          >
            {t('addressForget')}
          </button>
        </div>
      )}
    </details>
  );
}
