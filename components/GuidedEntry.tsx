import { CircleCheck, Copy, ExternalLink, PanelRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { t } from '@/utils/i18n';
import { fieldKey, type GuidedField } from '@/utils/share-targets/share-target';

interface GuidedEntryProps {
  readonly fields: readonly GuidedField[];
  /** Keys of the fields that were copied already. */
  readonly copied: readonly string[];
  readonly onCopy: (field: GuidedField) => void;
  readonly onOpenForm: () => void;
  /** Whether opening the form is the main thing to do; in a list of many it is going on. */
  readonly isMain?: boolean;
  /** Null where we already stand beside the page. */
  readonly onOpenBeside: (() => void) | null;
  /** Which organization to pick. */
  readonly children?: ComponentChildren;
}

/** A form of another site, field by field: one tap or one digit copies a value and ticks it. */
export function GuidedEntry({
  fields,
  copied,
  onCopy,
  onOpenForm,
  isMain = true,
  onOpenBeside,
  children,
}: GuidedEntryProps) {
  const skills = fields.filter(({ label }) => label === 'fieldSkill');
  const lines = fields.filter(({ label }) => label !== 'fieldSkill');
  return (
    <>
      <p class="second">{t('guidedIntro')}</p>
      <div class="row-of-buttons">
        <button type="button" class={isMain ? 'button main' : 'button'} onClick={onOpenForm}>
          <ExternalLink size={16} />
          {t('guidedOpenForm')}
        </button>
        {onOpenBeside && (
          <button type="button" class="button" onClick={onOpenBeside}>
            <PanelRight size={16} />
            {t('openSidePanel')}
          </button>
        )}
      </div>
      <ol class="guided-list">
        {lines.map((field, index) => (
          <li key={fieldKey(field)}>
            <FieldButton
              field={field}
              digit={String(index + 1)}
              isCopied={copied.includes(fieldKey(field))}
              onCopy={onCopy}
            />
          </li>
        ))}
      </ol>
      {skills.length > 0 && <Skills fields={skills} copied={copied} onCopy={onCopy} />}
      <p class="second">{t('guidedLogo')}</p>
      {children}
    </>
  );
}

/** The form takes them one at a time. */
function Skills({ fields, copied, onCopy }: Pick<GuidedEntryProps, 'fields' | 'copied' | 'onCopy'>) {
  return (
    <section class="guided-skills">
      <h3 class="label">{t('fieldSkill')}</h3>
      <ul>
        {fields.map((field) => (
          <li key={field.value}>
            <button type="button" class="button" onClick={() => onCopy(field)}>
              {copied.includes(fieldKey(field)) ? (
                <CircleCheck size={16} class="ticked" />
              ) : (
                <Copy size={16} />
              )}
              <bdi>{field.value}</bdi>
              <span class="unseen">{t(copied.includes(fieldKey(field)) ? 'fieldCopied' : 'fieldCopy')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FieldButtonProps {
  readonly field: GuidedField;
  readonly digit: string;
  readonly isCopied: boolean;
  readonly onCopy: (field: GuidedField) => void;
}

function FieldButton({ field, digit, isCopied, onCopy }: FieldButtonProps) {
  return (
    <button
      type="button"
      class="guided-field pressable"
      aria-keyshortcuts={digit}
      onClick={() => onCopy(field)}
    >
      <kbd class="kbd" aria-hidden="true">
        {digit}
      </kbd>
      <span class="badge-words">
        <span class="badge-line">{t(field.label)}</span>
        <span title={field.value}>
          <bdi>{field.value}</bdi>
        </span>
      </span>
      <span class="unseen">{isCopied ? t('fieldCopied') : t('fieldCopy')}</span>
      {isCopied ? <CircleCheck size={16} class="ticked" /> : <Copy size={16} />}
    </button>
  );
}
