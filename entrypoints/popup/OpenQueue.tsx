import { ListOrdered } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Notice } from '@/components/Notice';
import { t } from '@/utils/i18n';
import { linkedInQueue, popupDraft } from '@/utils/settings';
import { useWindowId } from './ListView';
import { openSidePanel } from './navigation';
import { useSetting } from './use-setting';

/** The way to many guided entries: they stand beside LinkedIn's form, in the side panel. */
export function OpenQueue() {
  const windowId = useWindowId();
  const queue = useSetting(linkedInQueue);
  const [hasFailed, setHasFailed] = useState(false);
  const open = () => {
    if (windowId === null) return;
    // Not waited for: the panel opens only straight from a press. It follows what is written later.
    void popupDraft.getValue().then((draft) => popupDraft.setValue({ ...draft, view: 'queue' }));
    openSidePanel(windowId).catch(() => setHasFailed(true));
  };
  return (
    <div class="open-queue">
      <button type="button" class="button" onClick={open}>
        <ListOrdered size={16} />
        {t(queue ? 'queueResume' : 'queueOpen')}
      </button>
      <div aria-live="polite">{hasFailed && <Notice tone="error">{t('queueNoPanel')}</Notice>}</div>
    </div>
  );
}
