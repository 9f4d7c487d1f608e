import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '@/utils/i18n';
import { sampleAccount } from '@/utils/sources/sample';
import { findLink, hostsOf, understand } from '@/utils/understand';
import { Connect } from './Connect';
import { ConnectHost } from './ConnectHost';
import { DropZone } from './DropZone';
import { ImportResult } from './ImportResult';
import type { ViewProps } from './Library';
import { PullProgress } from './PullProgress';
import { toPictureFile } from './transfer-files';
import { useHandedOver } from './use-handed-over';
import { useImports, type Imports } from './use-imports';
import { ViewTitle } from './ViewTitle';

/** Brings badges in: one field that takes anything, files, and what else there is. */
export function AddView({ rows, accounts, say }: ViewProps) {
  const imports = useImports();
  const [text, setText] = useState('');
  const take = (brought: string) => void bring(brought, imports, setText);
  useHandedOver('add', take);
  const followed = accounts.filter(
    ({ id, progress, error }) => imports.state.accounts.includes(id) && (progress !== null || error !== null),
  );
  return (
    <div class="narrow">
      <ViewTitle title={t('viewAdd')} />
      <p>{t('importIntro')}</p>
      <Connect
        hasSamples={accounts.some(({ id }) => id === sampleAccount.id)}
        isMain
        imports={imports}
        text={text}
        onText={setText}
      />
      <DropZone
        words={t('importDrop')}
        hint={t('importDropHint')}
        alsoAccept=".zip,.csv,application/zip"
        withFolders
        onFiles={imports.bringFiles}
        onText={take}
        isBetter={(address) => URL.canParse(address) && findLink(new URL(address)) !== null}
      />
      {followed.map((account) => (
        <PullProgress key={account.id} account={account} rows={rows} />
      ))}
      <ImportResult imports={imports} say={say} />
      <ConnectHost />
    </div>
  );
}

/**
 * What was dropped, pasted or handed over begins at once where the browser lets us; else it goes into the field, for only a
 * click may ask the browser.
 */
async function bring(brought: string, imports: Imports, onText: (text: string) => void): Promise<void> {
  const picture = toPictureFile(brought);
  if (picture) return imports.bringFiles([picture]);
  const understood = understand(brought);
  const origins = [...hostsOf(understood)];
  const isPlain =
    understood.kind === 'unknown' || understood.kind === 'unsafe' || understood.kind === 'empty';
  const isAllowed = origins.length === 0 || (await browser.permissions.contains({ origins }));
  if (isPlain || !isAllowed) onText(brought.trim());
  else imports.bringUnderstood(understood);
}
