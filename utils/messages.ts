import { browser } from 'wxt/browser';
import type { BadgeId } from './badge';
import { AppError, toAppError, type ErrorRecord } from './errors';
import type { WebUrl } from './html';
import type { AccountMessages } from './messages-accounts';
import type { BackupMessages } from './messages-backup';
import type { ClaimMessages, ClaimPageMessages } from './messages-claims';
import type { CollectionMessages } from './messages-collections';
import type { ImportMessages } from './messages-import';
import type { MergeMessages } from './messages-merge';
import type { PlaceMessages, PlacePageMessages } from './messages-places';
import type { ProofMessages } from './messages-proof';
import { toSender, type Sender } from './messages-sender';
import type { VerificationPageMessages } from './messages-verification';
import type { LibraryView } from './messages-views';
import type { Signature } from './signature-layouts/signature-layout';
import type { SiteId } from './site';
import type { KnownVerification, Verification } from './verification';
import type { RecipientProfile } from './verifiers/verifier';

/** A badge as pages of others may know it: only what the user shares anyway. */
export interface ShareableBadge {
  readonly id: BadgeId;
  readonly name: string;
  readonly issuerName: string;
  readonly pageUrl: WebUrl;
}

/** Files and texts above this are not taken: a badge has a hundredth of it, and a message of a browser has an end. */
export const maxVerifiedBytes = 10_000_000;

/** What the user brought to be checked. Bytes travel as Base64, for messages are JSON in Chrome. */
export interface VerifyRequest {
  readonly content:
    { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly base64: string };
  /** Whom the badge should belong to; null to compare nobody. */
  readonly recipient: RecipientProfile | null;
}

/** What our own pages may ask. Refused from anybody else. The parts stand in files of their own. */
export interface AppMessages
  extends
    AccountMessages,
    ImportMessages,
    MergeMessages,
    ClaimMessages,
    BackupMessages,
    CollectionMessages,
    PlaceMessages,
    ProofMessages {
  /** The user has seen the new badges: takes the number off the toolbar icon. */
  markBadgesSeen(request: object): null;
  /** Checks a badge of the library now. Null when it has no proof that could be checked. */
  verifyOwnBadge(request: { badgeId: BadgeId }): KnownVerification | null;
  /** Checks any file, link, JSON or token. Nothing of it is stored. Throws `consent-needed`, `too-large`. */
  verifyAnything(request: VerifyRequest): Verification;
  /** Registers or removes a site's content script. The page has asked the browser for the permission before. */
  switchSite(request: { siteId: SiteId; on: boolean; origin?: string }): null;
  /** Everything goes: badges, pictures, accounts, checks, log, settings. */
  eraseEverything(request: object): null;
}

/** What content scripts may ask. They live in hostile pages, so nothing here takes an address. */
export interface PageMessages extends ClaimPageMessages, PlacePageMessages, VerificationPageMessages {
  /** The signature that the user has set up; null while there is none. */
  getSignature(request: object): Signature | null;
  /** Badges with a public page, newest first. */
  listShareableBadges(request: object): ShareableBadge[];
  /** Pastes that signature into the editor that has the focus, in the page's own world: CKEditor and Quill believe nothing else. */
  pasteSignature(request: object): null;
  /** Brings what is drawn into pages into the frame that asks. */
  loadPageUi(request: object): null;
  /** Opens the popup on what the sender's tab shows; false where the browser wants the user's own hand for that. */
  showOnThisPage(request: object): boolean;
  /** Opens the library page at a place. */
  openLibrary(request: { view: LibraryView }): null;
}

export type { LibraryView };

export type Messages = AppMessages & PageMessages;
export type MessageName = keyof Messages;
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorRecord };
/** One handler for each name of a set of messages; a missing one does not compile. */
export type HandlersOf<Set extends { readonly [Name in keyof Set]: (request: never) => unknown }> = {
  readonly [Name in keyof Set]: (
    request: Parameters<Set[Name]>[0],
    sender: Sender,
  ) => Promise<ReturnType<Set[Name]>>;
};
export type MessageHandlers = HandlersOf<Messages>;

export type { Sender };

/** All other names are for our own pages alone. */
const pageMessageNames: ReadonlySet<string> = new Set<keyof PageMessages>([
  'verifyBadge',
  'readVerification',
  'compareHolder',
  'getSignature',
  'listShareableBadges',
  'openLibrary',
  'loadPageUi',
  'pasteSignature',
  'showOnThisPage',
  'noteClaim',
  'noteInsertion',
  'noteProfile',
]);

/** Milliseconds after which a question that nobody answers fails (a background may be stopped while it works). */
const answerWithin = 120_000;
/** What both browsers say of a message that nobody took, e.g. because the background was just being stopped. */
const undelivered = 'Receiving end does not exist';
/** Milliseconds before such a message is sent again. It was never read, so nothing happens twice. */
const pauses = [50, 100, 200, 400];

/**
 * Asks the background.
 * @throws AppError what the handler threw; `unexpected` when no answer came
 */
export async function send<Name extends MessageName>(
  name: Name,
  request: Parameters<Messages[Name]>[0],
): Promise<ReturnType<Messages[Name]>> {
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new AppError('timeout', `no answer to ${name}`)), answerWithin),
  );
  const answer = deliver({ name, request });
  // The answer comes from our own background, the only context that listens.
  const reply = (await Promise.race([answer, timeout])) as Reply<ReturnType<Messages[Name]>> | undefined;
  if (!reply) throw new AppError('unexpected', `no reply to ${name}`);
  if (!reply.ok) throw toAppError(reply.error);
  return reply.value;
}

async function deliver(message: object, tries = 0): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (cause) {
    const milliseconds = pauses[tries];
    if (milliseconds === undefined || !toAppError(cause).message.includes(undelivered)) throw cause;
    await new Promise((done) => setTimeout(done, milliseconds));
    return deliver(message, tries + 1);
  }
}

/**
 * Asks the background, and again when it was stopped before it answered: only for what changes nothing when asked twice.
 * @throws AppError as `send`
 */
export async function sendAgain<Name extends MessageName>(
  name: Name,
  request: Parameters<Messages[Name]>[0],
  tries = 5,
): Promise<ReturnType<Messages[Name]>> {
  try {
    return await send(name, request);
  } catch (cause) {
    const { code } = toAppError(cause);
    if (tries <= 1 || (code !== 'unexpected' && code !== 'timeout')) throw cause;
    return sendAgain(name, request, tries - 1);
  }
}

/** Answers messages with `handlers`. One listener, `sendResponse` and `return true`: the one form that all browsers take. */
export function handleMessages(handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isMessage(message, handlers)) return undefined;
    void answer(handlers, message, toSender(sender)).then(sendResponse);
    return true;
  });
}

async function answer(
  handlers: MessageHandlers,
  message: { name: MessageName; request: never },
  sender: Sender | null,
): Promise<Reply<unknown>> {
  try {
    if (!sender || (sender.kind === 'page' && !pageMessageNames.has(message.name))) {
      throw new AppError('refused-address', `${message.name} is not for this sender`);
    }
    return { ok: true, value: await handlers[message.name](message.request, sender) };
  } catch (cause) {
    return { ok: false, error: toAppError(cause).toRecord() };
  }
}

function isMessage(
  message: unknown,
  handlers: MessageHandlers,
): message is { name: MessageName; request: never } {
  if (typeof message !== 'object' || message === null) return false;
  if (!('name' in message) || typeof message.name !== 'string' || !Object.hasOwn(handlers, message.name))
    return false;
  return 'request' in message && typeof message.request === 'object' && message.request !== null;
}
