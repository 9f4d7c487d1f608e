import type { Badge } from '../badge';
import type { WebUrl } from '../html';

/** Words around the badge, in the user's language, already filled in; the user may have edited `text`. */
export interface ShareWords {
  /** One line for a title or a mail's subject. */
  readonly title: string;
  /** The sentence to post. Where it does not hold the link, the target puts it behind. */
  readonly text: string;
}

/** What a target may need to know of the user's own. */
export interface ShareSettings {
  /** Host of the user's Mastodon server; null until it was asked. */
  readonly mastodonServer: string | null;
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
    | 'fieldCredentialUrl'
    | 'fieldSkill';
  readonly value: string;
}

/** What a field is known by in its form: skills have one label for many. */
export function fieldKey({ label, value }: GuidedField): string {
  return label === 'fieldSkill' ? `${label} ${value}` : label;
}

/** What a share does, as data: the page that shows the target carries it out. */
export interface ShareAction {
  /** Opened in a new tab (`mailto:` in the mail program). */
  readonly open: URL | null;
  /** Put on the clipboard before anything is opened. */
  readonly copy: string | null;
  /** Shown as a checklist while the user fills the form. */
  readonly fields: readonly GuidedField[];
  /** Handed to the operating system's share sheet (Web Share API). */
  readonly sheet?: { readonly title: string; readonly text: string; readonly url: string };
}

/** How long words are by the rule of their network, with the link that goes with them. */
export type CountText = (text: string, url: WebUrl) => number;

/** The user's words at a target. */
export interface ShareText {
  /** Which of our templates it starts with (`share-templates.ts`). */
  readonly template: 'post' | 'title' | 'chat' | 'mail';
  /** In the network's own characters; null where none is known. */
  readonly limit: number | null;
  /** A promise, because the rule of one network is a package that nobody else needs. */
  loadCount(): Promise<CountText>;
}

/** A place where a badge goes. */
export interface ShareTarget {
  readonly id: string;
  /** Proper names are the same everywhere; `null` means that `share_<id>` in `_locales` names it. */
  readonly name: string | null;
  /** What else it is looked for by, in any language. */
  readonly aliases: readonly string[];
  /** Whether the target takes the user's words. */
  readonly text: ShareText | null;
  /** Asked for once before the target can be used. */
  readonly needs?: keyof ShareSettings;
  /** Found by its name only, not shown by itself. */
  readonly isHidden?: true;
  /** True when the badge has all that the target needs. */
  accepts(badge: Badge): boolean;
  share(badge: Badge, words: ShareWords, settings: ShareSettings): ShareAction;
}

/** The words with the link behind them, unless they hold it already; the link alone when there are no words. */
export function withLink(text: string, url: WebUrl | null, between: ' ' | '\n' | '\r\n'): string {
  const trimmed = text.trim();
  if (!url || trimmed.includes(url)) return trimmed;
  return trimmed === '' ? url : trimmed + between + url;
}

/** The link for a field of its own; null where the words hold it already, so that it does not come twice. */
export function linkBeside(text: string, url: WebUrl | null): WebUrl | null {
  return url && text.includes(url) ? null : url;
}

/** An action that opens an address and does nothing else. */
export function opening(address: string): ShareAction {
  return { open: new URL(address), copy: null, fields: [] };
}

/** Every target that leads somewhere needs a page to lead to. */
export function hasPage({ pageUrl }: Badge): boolean {
  return pageUrl !== null;
}
