import { t, type MessageKey } from '@/utils/i18n';
import { maxContactLinks, type SignatureContact as Contact } from '@/utils/signature-setting';

const fields: readonly (readonly [
  Exclude<keyof Contact, 'links'>,
  MessageKey,
  string,
  'text' | 'tel' | 'email',
])[] = [
  ['name', 'contactName', 'name', 'text'],
  ['title', 'contactTitle', 'organization-title', 'text'],
  ['company', 'contactCompany', 'organization', 'text'],
  ['phone', 'contactPhone', 'tel', 'tel'],
  ['email', 'contactEmail', 'email', 'email'],
];

interface SignatureContactProps {
  readonly contact: Contact;
  readonly onChange: (contact: Contact) => void;
}

/** Who signs. All of it stays in this browser until the signature is copied. */
export function SignatureContact({ contact, onChange }: SignatureContactProps) {
  const links = Array.from({ length: maxContactLinks }, (_, index) => contact.links[index] ?? '');
  return (
    <section class="section">
      <h2>{t('contactHeading')}</h2>
      <div class="contact-fields">
        {fields.map(([name, words, autocomplete, mode]) => (
          <label key={name} class="filter">
            <span>{t(words)}</span>
            <input
              class="field"
              type="text"
              inputMode={mode}
              name={name}
              maxLength={name === 'phone' ? 100 : 200}
              autocomplete={autocomplete}
              value={contact[name]}
              onChange={(event) => onChange({ ...contact, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
        {links.map((link, index) => (
          <label key={index} class="filter">
            <span>{t('contactLink', index + 1)}</span>
            <input
              class="field"
              type="text"
              inputMode="url"
              maxLength={2000}
              autocomplete="off"
              spellcheck={false}
              placeholder="https://"
              value={link}
              onChange={(event) =>
                onChange({ ...contact, links: links.with(index, event.currentTarget.value) })
              }
            />
          </label>
        ))}
      </div>
      <p class="second">{t('contactHint')}</p>
    </section>
  );
}
