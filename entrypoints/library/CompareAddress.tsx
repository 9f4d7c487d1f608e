import { useState } from 'preact/hooks';
import { accountName } from '@/components/account-name';
import type { AccountRow } from '@/utils/db';
import { ownersOf } from '@/utils/hashed-address';
import { formatList, t } from '@/utils/i18n';
import { AddressField } from './AddressField';

interface Props {
  readonly accounts: readonly AccountRow[];
  readonly onAnswer: (option: string) => void;
}

/** Compares an address with those that the user noted at the accounts. It stays in this view alone. */
export function CompareAddress({ accounts, onAnswer }: Props) {
  const [owners, setOwners] = useState<readonly AccountRow[] | null>(null);
  if (!accounts.some(({ addresses = [] }) => addresses.length > 0)) {
    return (
      <p class="second">
        {t('doctorNoteAddresses')} <a href="#accounts">{t('viewAccounts')}</a>
      </p>
    );
  }
  const onAddress = async (address: string) => setOwners(await ownersOf(accounts, address));
  const isKnown = owners !== null && owners.length > 0;
  return (
    <div class="doctor-compare">
      <AddressField
        id="doctor-address"
        words={t('doctorCompare')}
        submit={t('doctorCompareButton')}
        onChange={() => setOwners(null)}
        onAddress={onAddress}
      />
      <p role="status">
        {isKnown && t('doctorAddressOf', formatList(owners.map(accountName)))}
        {owners?.length === 0 && t('doctorAddressOfNone')}
      </p>
      {owners && (
        <div>
          <button type="button" class="button main" onClick={() => onAnswer(isKnown ? 'same' : 'other')}>
            {t('doctorCompareGoOn')}
          </button>
        </div>
      )}
    </div>
  );
}
