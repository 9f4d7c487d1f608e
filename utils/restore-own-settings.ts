import * as v from 'valibot';
import type { RestoreMode } from './backup';
import type { OrganizationChoice } from './linkedin-organizations';
import { list, short, text } from './restore-fields';
import type { CardChoice } from './share-card/choice';
import { cardSizeIds } from './share-card/share-card';
import { toMastodonServer } from './share-targets/mastodon';
import { shareLanguages, type ShareLanguage } from './share-templates';

/** What the user set for sharing: none of it lets anything leave this computer by itself. */
export interface OwnSettings {
  readonly organizationChoices: readonly OrganizationChoice[];
  readonly favouritePlaces: readonly string[] | null;
  readonly shareTemplates: Readonly<Record<string, string>>;
  readonly shareLanguage: ShareLanguage | null;
  readonly shareCard: CardChoice | null;
  readonly mastodonServer: string | null;
}

/** One that is missing, as in files of old, or damaged counts as not said; the others are none the worse for it. */
const maybe = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.fallback(v.nullable(schema), null), null);

const card = v.object({
  design: v.picklist(['split', 'spotlight', 'certificate']),
  size: v.picklist(cardSizeIds),
  hasCode: v.boolean(),
  hasEarner: v.boolean(),
  isDark: v.boolean(),
});

/** Of the one row of `settings`, beside the signature. */
export const ownSettingsSchema = {
  organizationChoices: maybe(list(v.object({ issuer: short, text: text(200) }))),
  favouritePlaces: maybe(list(text(100))),
  shareTemplates: maybe(v.record(text(200), text(20_000))),
  shareLanguage: maybe(v.picklist(shareLanguages)),
  shareCard: maybe(card),
  mastodonServer: maybe(
    v.pipe(
      text(253),
      v.check((host) => toMastodonServer(host) === host),
    ),
  ),
};

export type RestoredSettings = { readonly [Name in keyof OwnSettings]: OwnSettings[Name] | null };

/** The settings after a restore: replaced where the file says one, or filled up where the user has not said any. */
export function mergeOwnSettings(
  present: OwnSettings,
  file: RestoredSettings,
  mode: RestoreMode,
): OwnSettings {
  const [strong, weak] = mode === 'replace' ? [file, present] : [present, file];
  const choices = [...(strong.organizationChoices ?? []), ...(weak.organizationChoices ?? [])];
  return {
    organizationChoices: choices.filter(
      ({ issuer }, index) => choices.findIndex((other) => other.issuer === issuer) === index,
    ),
    favouritePlaces: strong.favouritePlaces ?? weak.favouritePlaces,
    shareTemplates: { ...weak.shareTemplates, ...strong.shareTemplates },
    shareLanguage: strong.shareLanguage ?? weak.shareLanguage,
    shareCard: strong.shareCard ?? weak.shareCard,
    mastodonServer: strong.mastodonServer ?? weak.mastodonServer,
  };
}
