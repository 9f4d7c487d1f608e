import { t, tMaybe, type MessageKey } from '@/utils/i18n';
import { layoutOf } from '@/utils/signature-render';
import {
  maxSignatureBadges,
  signatureColours,
  signatureLabels,
  signatureLanguages,
  signatureOrders,
  signatureSides,
  signatureSizes,
  type SignatureSetting,
} from '@/utils/signature-setting';

interface SignatureLookProps {
  readonly setting: SignatureSetting;
  readonly onChange: (change: Partial<SignatureSetting>) => void;
}

/** How the badges look. What makes no difference in the chosen layout is not offered. */
export function SignatureLook({ setting, onChange }: SignatureLookProps) {
  const { uses } = layoutOf(setting);
  const counts = Array.from({ length: maxSignatureBadges }, (_, index) => index + 1);
  return (
    <fieldset class="filters">
      <legend class="unseen">{t('signatureLook')}</legend>
      {uses.includes('size') && (
        <Select name="size" values={signatureSizes} setting={setting} onChange={onChange} />
      )}
      {uses.includes('labels') && (
        <Select name="labels" values={signatureLabels} setting={setting} onChange={onChange} />
      )}
      {uses.includes('colours') && (
        <Select name="colours" values={signatureColours} setting={setting} onChange={onChange} />
      )}
      {uses.includes('side') && (
        <Select name="side" values={signatureSides} setting={setting} onChange={onChange} />
      )}
      <Select name="language" values={signatureLanguages} setting={setting} onChange={onChange} />
      <Select name="order" values={signatureOrders} setting={setting} onChange={onChange} />
      {setting.badgeIds.length === 0 && (
        <Select name="count" values={counts} setting={setting} onChange={onChange} />
      )}
    </fieldset>
  );
}

type Name = 'size' | 'labels' | 'colours' | 'side' | 'language' | 'order' | 'count';

const names: Readonly<Record<Name, MessageKey>> = {
  size: 'signatureSize',
  labels: 'signatureLabels',
  colours: 'signatureColours',
  side: 'signatureSide',
  language: 'signatureLanguage',
  order: 'signatureOrder',
  count: 'signatureCount',
};

interface SelectProps<N extends Name> extends SignatureLookProps {
  readonly name: N;
  readonly values: readonly SignatureSetting[N][];
}

function Select<N extends Name>({ name, values, setting, onChange }: SelectProps<N>) {
  const change = (index: number) => {
    const value = values[index];
    if (value !== undefined) onChange({ [name]: value });
  };
  return (
    <label class="filter">
      <span>{t(names[name])}</span>
      <select
        class="field"
        name={name}
        value={values.indexOf(setting[name])}
        onChange={(event) => change(Number(event.currentTarget.value))}
      >
        {values.map((value, index) => (
          <option key={value} value={index}>
            {tMaybe(`signatureOption_${name}_${value}`) ?? tMaybe(`signatureOption_${name}`, value) ?? value}
          </option>
        ))}
      </select>
    </label>
  );
}
