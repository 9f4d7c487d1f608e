import { errorWords } from '@/components/ErrorNotice';
import type { ErrorRecord } from '@/utils/errors';
import { t, tMaybe, type MessageKey } from '@/utils/i18n';

/** What was read instead of a badge (the detail of the error), and the words for it. */
const reasons: readonly (readonly [RegExp, MessageKey])[] = [
  [/^PNG without badge data$/, 'importReason_png'],
  [/^SVG without badge data$/, 'importReason_svg'],
  [/archive$/, 'importReason_archive'],
  [/^(?:[\w-]+ (?:image|video|document|text)|icon)$/, 'importReason_other_file'],
  [/^JSON, but no/, 'importReason_json'],
  [/^a badge class or an issuer alone$/, 'importReason_part'],
  [/^an endorsement$/, 'importReason_endorsement'],
  [/^a page \(HTML\)$/, 'importReason_page'],
  [/^empty$/, 'importReason_empty'],
  [/^encrypted/, 'importReason_encrypted'],
  [/^a credential of another kind/, 'importReason_credential'],
];

/** Why something was not added, in one sentence. */
export function importReason(error: ErrorRecord): string {
  if (error.code !== 'unsupported-badge') return tMaybe(`importError_${error.code}`) ?? errorWords(error);
  const found = reasons.find(([pattern]) => pattern.test(error.detail));
  // "PDF document" is a name for a kind of file; its first word says enough in every language.
  return found ? t(found[1], error.detail.split(' ')[0] ?? '') : t('importReason_none');
}

/** The list for the clipboard: a name and its reason per line. */
export function renderFailures(failures: readonly { name: string; error: ErrorRecord }[]): string {
  return failures.map(({ name, error }) => `${name}\t${importReason(error)}`).join('\n');
}
