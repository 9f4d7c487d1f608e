import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { readOrganization, type LinkedInOrganization } from '@/utils/linkedin-organizations';
import { OutLink } from './OutLink';

interface GuidedOrganizationProps {
  readonly issuer: string;
  /** What is known of it; null for the name alone. */
  readonly organization: LinkedInOrganization | null;
  /** What the user said earlier, as it was typed; empty without a word. */
  readonly chosen: string;
  /** An empty text takes the choice back. */
  readonly onChoose: (text: string) => void;
}

/** Which organization to pick in LinkedIn's form, and a field for the user to say so once and for all of an issuer's badges. */
export function GuidedOrganization({ issuer, organization, chosen, onChoose }: GuidedOrganizationProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = (typed ?? chosen).trim();
    const isRight = text === '' || readOrganization(text) !== null;
    setIsWrong(!isRight);
    if (isRight) onChoose(text);
  };
  return (
    <form class="guided-organization" onSubmit={onSubmit}>
      {organization?.page && (
        <p class="second">
          {t(chosen ? 'organizationOwn' : 'organizationOfBadge')}{' '}
          <OutLink
            text={organization.page.replace('https://www.', '').replace(/\/$/, '')}
            url={organization.page}
          />
        </p>
      )}
      <label class="label" for="guided-organization">
        {t('organizationLabel', issuer)}
      </label>
      <div class="guided-organization-line">
        <input
          id="guided-organization"
          class="field"
          autocomplete="off"
          spellcheck={false}
          value={typed ?? chosen}
          aria-invalid={isWrong}
          aria-describedby="guided-organization-hint"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setIsWrong(false);
          }}
        />
        <button type="submit" class="button" disabled={(typed ?? chosen).trim() === chosen}>
          {t('organizationKeep')}
        </button>
      </div>
      <p id="guided-organization-hint" class="second" role={isWrong ? 'alert' : undefined}>
        {t(isWrong ? 'organizationWrong' : 'organizationHint')}
      </p>
    </form>
  );
}
