import type { WebUrl } from '@/utils/html';
import { t } from '@/utils/i18n';

interface Props {
  readonly url: WebUrl;
  /** The service's proper name. */
  readonly serviceName: string;
  readonly onOpen: () => void;
}

/** Leads from a mail to the page where its badge is accepted. A link, so that one sees where it goes before pressing. */
export function ClaimLink({ url, serviceName, onOpen }: Props) {
  return (
    <a
      class="claim"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={onOpen}
      onAuxClick={(event) => event.button === 1 && onOpen()}
    >
      <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
        <circle cx="10" cy="8" r="3.5" stroke-width="1.75" />
        <path d="M10 11.5v4.5" stroke-width="1.75" stroke-linecap="round" />
      </svg>
      {t('claimOpenPage', serviceName)}
    </a>
  );
}
