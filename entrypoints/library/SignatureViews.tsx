import type { ComponentChild } from 'preact';
import type { MailView } from '@/components/SignaturePreview';
import { t, tMaybe } from '@/utils/i18n';
import { mailClients } from '@/utils/mail-clients/index';

interface SignatureViewsProps {
  readonly view: MailView;
  readonly onChange: (view: MailView) => void;
}

/** Whose eyes the preview has: which program, light or dark, with pictures or without, wide or narrow. */
export function SignatureViews({ view, onChange }: SignatureViewsProps) {
  return (
    <>
      <div class="row-of-buttons" role="group" aria-label={t('signatureSeenIn')}>
        {mailClients.map((client) => (
          <Choice
            key={client.id}
            isOn={client.id === view.client.id}
            onPress={() => onChange({ ...view, client })}
          >
            {client.name}
          </Choice>
        ))}
      </div>
      <div class="row-of-buttons" role="group" aria-label={t('signatureSeenHow')}>
        <Choice isOn={view.isDark} onPress={() => onChange({ ...view, isDark: !view.isDark })}>
          {t('signatureDark')}
        </Choice>
        <Choice isOn={view.isPhone} onPress={() => onChange({ ...view, isPhone: !view.isPhone })}>
          {t('signaturePhone')}
        </Choice>
        <Choice isOn={view.isBlocked} onPress={() => onChange({ ...view, isBlocked: !view.isBlocked })}>
          {t('signatureBlocked')}
        </Choice>
      </div>
      <p class="second">{tMaybe(`mailNote_${view.client.id}`)}</p>
    </>
  );
}

interface ChoiceProps {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChild;
}

/** A button that stays pressed. */
export function Choice({ isOn, onPress, children }: ChoiceProps) {
  return (
    <button type="button" class="button choice" aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  );
}
