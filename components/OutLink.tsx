import { ExternalLink } from 'lucide-preact';
import type { WebUrl } from '@/utils/html';
import { t } from '@/utils/i18n';

/** A link that leaves the extension; plain text where there is no address. */
export function OutLink({ text, url }: { text: string; url: WebUrl | null }) {
  if (!url) return <bdi>{text}</bdi>;
  return (
    <a class="out-link" href={url} target="_blank" rel="noreferrer">
      <bdi>{text || url}</bdi> <ExternalLink size={12} />
      <span class="unseen">{t('opensInTab')}</span>
    </a>
  );
}
