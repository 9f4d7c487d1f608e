import { useState } from 'preact/hooks';
import { isAddressLike } from '@/utils/hashed-address';

interface Props {
  readonly id: string;
  readonly words: string;
  readonly submit: string;
  readonly onChange: () => void;
  /** Whether the field is empty again afterwards, for the next one. */
  readonly isEmptied?: boolean;
  /** Resolves when the address has been dealt with. */
  readonly onAddress: (address: string) => Promise<void>;
}

/** A field for one e-mail address. Hashing takes a moment, and says so by its button. */
export function AddressField({ id, words, submit, onChange, isEmptied = false, onAddress }: Props) {
  const [address, setAddress] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    setIsBusy(true);
    await onAddress(address).finally(() => setIsBusy(false));
    if (isEmptied) setAddress('');
  };
  return (
    <form class="connect" onSubmit={(event) => void onSubmit(event)}>
      <label class="label" for={id}>
        {words}
      </label>
      <div class="connect-line">
        <input
          id={id}
          class="field"
          type="email"
          autocomplete="off"
          value={address}
          onInput={(event) => {
            setAddress(event.currentTarget.value);
            onChange();
          }}
        />
        <button type="submit" class="button" disabled={isBusy || !isAddressLike(address)}>
          {submit}
        </button>
      </div>
    </form>
  );
}
