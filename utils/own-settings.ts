import type { OwnSettings } from './restore-own-settings';
import {
  favouritePlaces,
  mastodonServer,
  organizationChoices,
  shareCard,
  shareLanguage,
  shareTemplates,
} from './settings';

/** What the user set for sharing, as it stands. */
export async function readOwnSettings(): Promise<OwnSettings> {
  return {
    organizationChoices: await organizationChoices.getValue(),
    favouritePlaces: await favouritePlaces.getValue(),
    shareTemplates: await shareTemplates.getValue(),
    shareLanguage: await shareLanguage.getValue(),
    shareCard: await shareCard.getValue(),
    mastodonServer: await mastodonServer.getValue(),
  };
}

/** Stores all of it. */
export async function writeOwnSettings(settings: OwnSettings): Promise<void> {
  await organizationChoices.setValue(settings.organizationChoices);
  await favouritePlaces.setValue(settings.favouritePlaces);
  await shareTemplates.setValue(settings.shareTemplates);
  await shareLanguage.setValue(settings.shareLanguage);
  await shareCard.setValue(settings.shareCard);
  await mastodonServer.setValue(settings.mastodonServer);
}
