import { AppError } from '@/utils/errors';
import { acceptLibrary, restoreAccounts } from '@/utils/library-watch';
import type { HandlersOf } from '@/utils/messages';
import type { BackupMessages } from '@/utils/messages-backup';
import { freeSpace, noteShown, withRoom } from '@/utils/quota';
import { abandonRestore, beginRestore, restoreParts, type Restored } from '@/utils/restore';
import { commitRestore } from '@/utils/restore-commit';
import { mergeOwnSettings } from '@/utils/restore-own-settings';
import { readOwnSettings, writeOwnSettings } from '@/utils/own-settings';
import { signature } from '@/utils/settings';
import { signatureLayouts } from '@/utils/signature-layouts/index';
import { toSignatureSetting } from '@/utils/signature-setting';
import { pullAll, resume, whileStopped } from './pulls';
import { requireConsent } from './require';
import { showNewCount } from './toolbar';

/** Backup and repair. */
export const backupHandlers: HandlersOf<BackupMessages> = {
  async beginRestore({ mode, rowVersion }) {
    // A file does not agree for the user: this machine asks by itself.
    await requireConsent();
    return { restoreId: await beginRestore(mode, rowVersion, new Date()) };
  },
  async restoreParts({ restoreId, parts }) {
    const bytes = parts.reduce((sum, part) => sum + sizeOf(part.rows), 0);
    await withRoom(bytes, () => restoreParts(restoreId, parts));
    return null;
  },
  async endRestore({ restoreId }) {
    const [restored] = await whileSilent(() => commitRestore(restoreId, new Date()));
    if (!restored) throw new AppError('unexpected', 'nothing restored');
    await restoreSettings(restored);
    await acceptLibrary();
    await showNewCount();
    void resume();
    return restored.report;
  },
  async cancelRestore() {
    await abandonRestore();
    return null;
  },
  async repairLibrary() {
    await requireConsent();
    const accounts = await restoreAccounts(new Date());
    void pullAll({ isAsked: true });
    return { accounts };
  },
  async acceptLoss() {
    await acceptLibrary();
    return null;
  },
  async noteShown({ keys }) {
    await noteShown(keys.slice(0, 1000), new Date());
    return null;
  },
  freeSpace: ({ bytes }) => freeSpace(bytes),
};

/** Nothing else may write while the library changes as a whole. */
async function whileSilent<T>(work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  await whileStopped(async () => {
    results.push(await work());
  });
  return results;
}

/** Only what is ours to choose: switches that let something leave this computer stay as they are. */
async function restoreSettings({ settings, mode }: Restored): Promise<void> {
  if (!settings) return;
  await writeOwnSettings(mergeOwnSettings(await readOwnSettings(), settings, mode));
  const { layoutId } = settings.signature;
  if (!signatureLayouts.some(({ id }) => id === layoutId)) return;
  await signature.setValue(toSignatureSetting(settings.signature));
}

/** About what rows take; their bytes are Base64. */
function sizeOf(rows: readonly unknown[]): number {
  return rows.reduce<number>((sum, row) => {
    const bytes = (row as { bytes?: unknown } | null)?.bytes;
    return sum + 3_000 + (typeof bytes === 'string' ? bytes.length * 0.75 : 0);
  }, 0);
}
