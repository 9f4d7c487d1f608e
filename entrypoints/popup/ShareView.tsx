import { useMemo } from 'preact/hooks';
import { QrCode } from '@/components/QrCode';
import { ShareCompose } from '@/components/ShareCompose';
import { ShareMenu } from '@/components/ShareMenu';
import { hasPanel, listPlaces, type Place } from '@/components/share-places';
import type { Badge } from '@/utils/badge';
import { t, uiLanguage } from '@/utils/i18n';
import { favouritePlaces, mastodonServer, shareLanguage, shareTemplates } from '@/utils/settings';
import { linkedInProfile } from '@/utils/share-targets/linkedin-profile';
import type { ShareTarget, ShareText } from '@/utils/share-targets/share-target';
import { ownTemplate, toShareWords, type ShareLanguage } from '@/utils/share-templates';
import type { BadgeViewProps } from './BadgeView';
import { MastodonServer } from './MastodonServer';
import { ShareHealth } from './ShareHealth';
import { useInsert } from './use-insert';
import { useSetting } from './use-setting';

/** The share sheet of a badge: where it goes, and the words for there. */
export function ShareView(props: BadgeViewProps) {
  const { badge, today, draft, onChange, actions, say } = props;
  const insert = useInsert(say);
  const chosen = useSetting(favouritePlaces);
  const places = useMemo(() => listPlaces('share' in navigator), []);
  const open = places.find(({ id }) => id === draft.place) ?? null;
  // Until it is read a moment later, nothing that was chosen moves.
  if (chosen === undefined) return null;
  const onPlace = (place: Place) => {
    if (hasPanel(place)) onChange({ place: draft.place === place.id ? null : place.id });
    else if (place.id === 'signature') actions.copySignatureOf([badge]);
    else if (place.id === linkedInProfile.id) onChange({ view: 'guided' });
    else if (place.target) actions.share(place.target, badge);
  };
  return (
    <>
      <ShareMenu
        badge={badge}
        today={today}
        places={places}
        chosen={chosen}
        onChoose={(ids) => void favouritePlaces.setValue(ids)}
        open={open?.id ?? null}
        onPlace={onPlace}
        onImage={() => onChange({ view: 'image' })}
        onInsert={insert && (() => insert([badge]))}
      >
        {open?.id === 'qr' && <Code badge={badge} />}
        {open?.target && hasText(open.target) && <Compose {...props} target={open.target} />}
      </ShareMenu>
      <ShareHealth badge={badge} today={today} />
    </>
  );
}

type TextTarget = ShareTarget & { readonly text: ShareText };

function hasText(target: ShareTarget): target is TextTarget {
  return target.text !== null;
}

function Compose({ badge, draft, onChange, actions, target }: BadgeViewProps & { target: TextTarget }) {
  const templates = useSetting(shareTemplates);
  const chosenLanguage = useSetting(shareLanguage);
  const server = useSetting(mastodonServer);
  if (templates === undefined || chosenLanguage === undefined || server === undefined) return null;
  if (!target.accepts(badge)) return null;
  const language: ShareLanguage = chosenLanguage ?? (uiLanguage().startsWith('ko') ? 'ko' : 'en');
  const templateKey = `${target.id} ${language}`;
  const draftKey = `${badge.id} ${templateKey}`;
  // Drafts of before there were several places have the badge's id alone.
  const text = draft.texts[draftKey] ?? draft.texts[badge.id];
  const template = templates[templateKey];
  const settings = { mastodonServer: server };
  const go = () => {
    const filled = template ?? ownTemplate(target.text.template, language);
    actions.share(target, badge, { words: toShareWords(badge, language, filled, text), settings });
  };
  const onDraft = (next: string | undefined) =>
    onChange(({ texts }) => ({ texts: withKey(withKey(texts, badge.id, undefined), draftKey, next) }));
  const isReady = !target.needs || settings[target.needs] !== null;
  return (
    <ShareCompose
      key={templateKey}
      badge={badge}
      target={target}
      language={language}
      onLanguage={(next) => void shareLanguage.setValue(next)}
      template={template}
      onTemplate={(next) => void shareTemplates.setValue(withKey(templates, templateKey, next))}
      draft={text}
      onDraft={onDraft}
      onGo={isReady ? go : null}
      settings={settings}
      onClose={() => onChange({ place: null })}
    >
      {target.needs === 'mastodonServer' && <MastodonServer server={server} />}
    </ShareCompose>
  );
}

function withKey(all: Readonly<Record<string, string>>, key: string, value: string | undefined) {
  const others = Object.entries(all).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

function Code({ badge: { pageUrl, achievement } }: { badge: Badge }) {
  if (!pageUrl) return null;
  return (
    <section class="section share-code">
      <QrCode text={pageUrl} label={t('qrLabel', achievement.name)} size={220} />
      <p class="second">{t('shareQrHint')}</p>
    </section>
  );
}
