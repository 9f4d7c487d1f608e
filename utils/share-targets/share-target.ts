import type { Badge } from '../badge';
import type { WebUrl } from '../html';

/** Words around the badge, in the user's language, already filled in; the user may have edited `text`. */
export interface ShareWords {
  /** One line for a title or a mail's subject. */
  readonly title: string;
  /** The sentence to post, without the link. */
  readonly text: string;
}

/** One field of a form that the user fills by hand. */
export interface GuidedField {
  /** The label's key in `_locales`. */
  readonly label:
    | 'fieldName'
    | 'fieldOrganization'
    | 'fieldIssueMonth'
    | 'fieldIssueYear'
    | 'fieldExpirationMonth'
    | 'fieldExpirationYear'
    | 'fieldCredentialId'
    | 'fieldCredentialUrl';
  readonly value: string;
}

/** What a share does, as data: the page that shows the target carries it out. */
export interface ShareAction {
  /** Opened in a new tab (`mailto:` in the mail program). */
  readonly open: URL | null;
  /** Put on the clipboard before anything is opened. */
  readonly copy: string | null;
  /** Shown as a checklist while the user fills the form. */
  readonly fields: readonly GuidedField[];
}

/** A place where a badge goes. */
export interface ShareTarget {
  readonly id: string;
  /** Proper names are the same everywhere; `null` means that `share_<id>` in `_locales` names it. */
  readonly name: string | null;
  /** Whether the target takes the user's words, and how many of its own characters fit. */
  readonly text: { readonly limit: number | null; count(text: string, url: WebUrl): number } | null;
  /** True when the badge has all that the target needs. */
  accepts(badge: Badge): boolean;
  share(badge: Badge, words: ShareWords): ShareAction;
}

/** The words with the link behind them; the link alone when there are no words. */
export function withLink(text: string, url: WebUrl | null, between: ' ' | '\r\n'): string {
  return [text.trim(), url ?? ''].filter((part) => part !== '').join(between);
}
