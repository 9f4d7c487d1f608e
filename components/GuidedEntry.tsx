import { CircleCheck, Copy, ExternalLink, PanelRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { t } from '@/utils/i18n';
import type { GuidedField } from '@/utils/share-targets/share-target';

interface GuidedEntryProps {
  readonly fields: readonly GuidedField[];
  /** Labels of the fields that were copied already. */
  readonly copied: readonly string[];
  readonly onCopy: (field: GuidedField) => void;
  readonly onOpenForm: () => void;
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
  onOpenBeside,
  children,
}: GuidedEntryProps) {
  return (
    <>
      <p class="second">{t('guidedIntro')}</p>
      <div class="row-of-buttons">
        <button type="button" class="button main" onClick={onOpenForm}>
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
        {fields.map((field, index) => (
          <li key={field.label}>
            <FieldButton
              field={field}
              digit={String(index + 1)}
              isCopied={copied.includes(field.label)}
              onCopy={onCopy}
            />
          </li>
        ))}
      </ol>
      <p class="second">{t('guidedLogo')}</p>
      {children}
    </>
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
