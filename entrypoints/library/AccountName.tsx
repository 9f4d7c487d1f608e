import { Check, Pencil } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { accountName, accountOwnName } from '@/components/account-name';
import { IconButton } from '@/components/IconButton';
import type { AccountRow } from '@/utils/db';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';

/** The account's name as the heading of its card, changed in place: Enter keeps it, Escape takes it back. */
export function AccountName({ account }: { account: AccountRow }) {
  const [isEdited, setIsEdited] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  const onDone = () => {
    setIsEdited(false);
    // The field is gone: whoever uses the keyboard stands where it was opened.
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
  };
  if (isEdited) return <NameField account={account} onDone={onDone} />;
  const name = accountName(account);
  return (
    <div class="account-name">
      <h3 id={`account-${account.id}`}>{name}</h3>
      <span ref={button}>
        <IconButton icon={Pencil} label={t('syncRename', name)} onPress={() => setIsEdited(true)} />
      </span>
    </div>
  );
}

function NameField({ account, onDone }: { account: AccountRow; onDone: () => void }) {
  const [label, setLabel] = useState(account.label ?? '');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void send('nameAccount', { accountId: account.id, label });
    onDone();
  };
  return (
    <form class="account-name" onSubmit={onSubmit}>
      <input
        ref={field}
        class="field"
        type="text"
        maxLength={60}
        autocomplete="off"
        spellcheck={false}
        aria-label={t('syncNameLabel', accountOwnName(account))}
        title={t('syncNameHint')}
        placeholder={accountOwnName(account)}
        value={label}
        onInput={(event) => setLabel(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <button type="submit" class="icon-button" aria-label={t('syncNameSave')} title={t('syncNameSave')}>
        <Check size={16} />
      </button>
    </form>
  );
}
