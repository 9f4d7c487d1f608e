import { GuidedEntry } from '@/components/GuidedEntry';
import { GuidedOrganization } from '@/components/GuidedOrganization';
import { db } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import {
  findChoice,
  organizationOfOriginal,
  readOrganization,
  withChoice,
  type LinkedInOrganization,
} from '@/utils/linkedin-organizations';
import { organizationChoices, type PopupDraft } from '@/utils/settings';
import { linkedInEntry } from '@/utils/share-targets/linkedin-profile';
import { fieldKey, type GuidedField } from '@/utils/share-targets/share-target';
import { useLiveQuery } from '@/utils/use-live-query';
import type { Surface } from './App';
import { useWindowId } from './ListView';
import { openAddress, openSidePanel } from './navigation';
import type { Actions } from './use-actions';
import type { ChangeDraft } from './use-draft';
import { useSetting } from './use-setting';
import { useShortcuts } from './use-shortcuts';

export interface GuidedFieldsProps {
  readonly surface: Surface;
  readonly badge: Entry;
  readonly draft: PopupDraft;
  readonly onChange: ChangeDraft;
  readonly onFlush: () => Promise<void>;
  readonly actions: Actions;
  readonly isMain?: boolean;
}

/** LinkedIn's form for one badge, to be copied field by field. Its ticks survive the popup, which closes whenever the form is touched. */
export function GuidedFields(props: GuidedFieldsProps) {
  const { surface, badge, draft, onChange, onFlush, actions, isMain = true } = props;
  const windowId = useWindowId();
  const choices = useSetting(organizationChoices);
  const named = useLiveQuery(() => findNamed(badge), [badge.id]);
  const chosen = findChoice(choices ?? [], badge.issuer.name) ?? '';
  const organization = readOrganization(chosen) ?? (named.status === 'ready' ? named.value : null);
  const { open, fields } = linkedInEntry(badge, organization);
  const keyOf = (field: GuidedField) => `${badge.id} ${fieldKey(field)}`;
  // Ticks of another badge's form go as soon as this one's are set.
  const own = (keys: readonly string[]) => keys.filter((key) => key.startsWith(`${badge.id} `));
  const onCopy = (field: GuidedField) => {
    actions.copyValue(field.value);
    onChange(({ copiedFields }) => ({ copiedFields: [...own(copiedFields), keyOf(field)] }));
  };
  const numbered = fields.filter(({ label }) => label !== 'fieldSkill');
  useShortcuts(
    Object.fromEntries(numbered.map((field, index) => [String(index + 1), () => (onCopy(field), undefined)])),
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
      copied={fields.filter((field) => draft.copiedFields.includes(keyOf(field))).map(fieldKey)}
      onCopy={onCopy}
      onOpenForm={() => void onFlush().then(() => open && openAddress(open))}
      isMain={isMain}
      onOpenBeside={surface === 'popup' ? onOpenBeside : null}
    >
      {choices && (
        <GuidedOrganization
          key={badge.issuer.name}
          issuer={badge.issuer.name}
          organization={organization}
          chosen={chosen}
          onChoose={(text) => void choose(badge.issuer.name, text)}
        />
      )}
    </GuidedEntry>
  );
}

/** What one of the badge's own originals names. */
async function findNamed({ proofs }: Entry): Promise<LinkedInOrganization | null> {
  const originals = await db.originals.bulkGet(proofs.map(({ id }) => id));
  for (const original of originals) {
    const found = original && organizationOfOriginal(new Uint8Array(original.bytes));
    if (found) return found;
  }
  return null;
}

async function choose(issuer: string, text: string): Promise<void> {
  await organizationChoices.setValue(withChoice(await organizationChoices.getValue(), issuer, text));
}
