import { GuidedEntry } from '@/components/GuidedEntry';
import { linkedInProfile } from '@/utils/share-targets/linkedin-profile';
import type { GuidedField } from '@/utils/share-targets/share-target';
import type { BadgeViewProps } from './BadgeView';
import { useWindowId } from './ListView';
import { openAddress, openSidePanel } from './navigation';
import { useShortcuts } from './use-shortcuts';

/** The guided entry of a LinkedIn profile. Its ticks survive the popup, which closes whenever the form is touched. */
export function GuidedView({ surface, badge, draft, onChange, onFlush, actions }: BadgeViewProps) {
  const windowId = useWindowId();
  const { open, fields } = linkedInProfile.share(badge);
  const keyOf = (field: GuidedField) => `${badge.id} ${field.label}`;
  // Ticks of another badge's form go as soon as this one's are set.
  const own = (keys: readonly string[]) => keys.filter((key) => key.startsWith(`${badge.id} `));
  const onCopy = (field: GuidedField) => {
    actions.copyValue(field.value);
    onChange(({ copiedFields }) => ({ copiedFields: [...own(copiedFields), keyOf(field)] }));
  };
  useShortcuts(
    Object.fromEntries(fields.map((field, index) => [String(index + 1), () => (onCopy(field), undefined)])),
  );
  const onOpenBeside = () => {
    if (windowId === null) return;
    // The draft is on its way before the panel reads it; the panel also follows later changes.
    void onFlush();
    void openSidePanel(windowId).then(() => window.close());
  };
  return (
    <GuidedEntry
      fields={fields}
      copied={fields.filter((field) => draft.copiedFields.includes(keyOf(field))).map(({ label }) => label)}
      onCopy={onCopy}
      onOpenForm={() => void onFlush().then(() => open && openAddress(open))}
      onOpenBeside={surface === 'popup' ? onOpenBeside : null}
    />
  );
}
