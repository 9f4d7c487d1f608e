import { storage } from '#imports';
import type { Account, BadgeId, SourceId } from './badge';
import type { OrganizationChoice } from './linkedin-organizations';
import type { LinkedInQueue } from './linkedin-queue';
import type { Told } from './reminders';
import type { CardChoice } from './share-card/choice';
import type { ShareLanguage } from './share-templates';
import { defaultSignature, toSignatureSetting, type SignatureSetting } from './signature-setting';
import type { SiteId } from './site';

/** The version of the consent text. A change of what is stored or sent raises it, and the user is asked again. */
export const consentVersion = 2;

export interface SiteSetting {
  readonly siteId: SiteId;
  /** Match patterns that the browser granted. */
  readonly matches: readonly string[];
}

/** What the user agreed to, and when; null before that. */
export const consent = storage.defineItem<{ version: number; at: string } | null>('local:consent', {
  fallback: null,
  version: 1,
});

/** Sites that are switched on. Local to this browser, as permissions are. */
export const sites = storage.defineItem<readonly SiteSetting[]>('local:sites', { fallback: [], version: 1 });

/** Sources that are off until the user wants them (`standing: 'unofficial'`) and that are on now. */
export const switchedOnSources = storage.defineItem<readonly SourceId[]>('local:switchedOnSources', {
  fallback: [],
  version: 1,
});

/** Whether badges on a switched-on site are checked as soon as they are seen. Off: the issuer learns nothing of what you read. */
export const checkOnSight = storage.defineItem<boolean>('local:checkOnSight', {
  fallback: false,
  version: 1,
});

/** Whether public registries may be asked about an issuer. Off: they would learn that such a badge is looked at. */
export const askRegistries = storage.defineItem<boolean>('local:askRegistries', {
  fallback: false,
  version: 1,
});

/** The user's signature. Version 1 had layout and badges alone. */
export const signature = storage.defineItem<SignatureSetting>('local:signature', {
  fallback: defaultSignature,
  version: 2,
  migrations: { 2: toSignatureSetting },
});

/** What to pick in LinkedIn's form for which issuer, by the user's own word. */
export const organizationChoices = storage.defineItem<readonly OrganizationChoice[]>(
  'local:organizationChoices',
  { fallback: [], version: 1 },
);

/** The guided entries that are under way; null while there are none. */
export const linkedInQueue = storage.defineItem<LinkedInQueue | null>('local:linkedInQueue', {
  fallback: null,
  version: 1,
});

/** What the library had when we looked last, kept outside of the database: browsers lose databases without a word. */
export interface LibraryNote {
  /** The mark in the database that this is about. */
  readonly mark: string;
  readonly badges: number;
  readonly originals: number;
  readonly accounts: readonly (Account & { readonly label: string | null })[];
}

/** Null while the library is empty. */
export const libraryNote = storage.defineItem<LibraryNote | null>('local:libraryNote', {
  fallback: null,
  version: 1,
});

/** What a context menu handed to a view of the library, in the memory of this session alone. */
export interface HandedOver {
  readonly view: 'add' | 'verify';
  readonly text: string;
  readonly at: string;
}

/** Not in the address of the page: what stands there, other pages could have put there. */
export const handedOver = storage.defineItem<HandedOver | null>('session:handedOver', { fallback: null });

/** The badges that a sheet for the printer was opened for last, in the memory of this session alone. */
export const printedBadges = storage.defineItem<readonly BadgeId[]>('session:printedBadges', {
  fallback: [],
});

/** Places of the share menu that are shown first, in their order; null until the user has chosen. */
export const favouritePlaces = storage.defineItem<readonly string[] | null>('local:favouritePlaces', {
  fallback: null,
  version: 1,
});

/** The user's own templates: by the target's id, a space, and the language. */
export const shareTemplates = storage.defineItem<Readonly<Record<string, string>>>('local:shareTemplates', {
  fallback: {},
  version: 1,
});

/** The language of what is shared; null for the browser's. */
export const shareLanguage = storage.defineItem<ShareLanguage | null>('local:shareLanguage', {
  fallback: null,
  version: 1,
});

/** How the last share image was made; null before the first. */
export const shareCard = storage.defineItem<CardChoice | null>('local:shareCard', {
  fallback: null,
  version: 1,
});

/** The host of the user's Mastodon server, asked once. */
export const mastodonServer = storage.defineItem<string | null>('local:mastodonServer', {
  fallback: null,
  version: 1,
});

/** Expiries of which the strip was dismissed, and those that a notification told of; by badge and last day. */
export const remindersSeen = storage.defineItem<Told>('local:remindersSeen', { fallback: {}, version: 1 });
export const remindersSent = storage.defineItem<Told>('local:remindersSent', { fallback: {}, version: 1 });

/** Whether what is shared, inserted or copied is noted among the places by itself. Off: it is offered each time. */
export const rememberPlaces = storage.defineItem<boolean>('local:rememberPlaces', {
  fallback: false,
  version: 1,
});

/** Whether the browser shows a notification of an expiry. The permission is asked for when it is switched on. */
export const notifyExpiries = storage.defineItem<boolean>('local:notifyExpiries', {
  fallback: false,
  version: 1,
});

/** Where the popup was when it closed: it must lose nothing. */
export interface PopupDraft {
  readonly query: string;
  readonly openBadge: BadgeId | null;
  readonly view: 'list' | 'share' | 'detail' | 'guided' | 'image' | 'queue';
  /** The place whose words are being written; null while none is. */
  readonly place?: string | null;
  /** The user's own words for a post: by badge, or by badge, target and language (`draftKey`). */
  readonly texts: Readonly<Record<string, string>>;
  /** Fields of the guided entry that were copied already: the badge's id, a space, the field's key. */
  readonly copiedFields: readonly string[];
}

export const emptyDraft: PopupDraft = {
  query: '',
  openBadge: null,
  view: 'list',
  texts: {},
  copiedFields: [],
};

export const popupDraft = storage.defineItem<PopupDraft>('local:popupDraft', {
  fallback: emptyDraft,
  version: 1,
});

/** Where the popup opens next, once, and when that was wanted (milliseconds since 1970). */
export interface PopupStart {
  readonly view: 'page';
  readonly at: number;
}

export const popupStart = storage.defineItem<PopupStart | null>('session:popupStart', { fallback: null });

/** True once the user has agreed to the present consent text. */
export async function hasConsent(): Promise<boolean> {
  return (await consent.getValue())?.version === consentVersion;
}
