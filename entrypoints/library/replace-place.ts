import type { ToastMessage } from '@/components/Toast';
import { copyText } from '@/entrypoints/popup/clipboard';
import { dayOf, type BadgeId } from '@/utils/badge';
import type { Entry } from '@/utils/entries';
import { exports } from '@/utils/exports/index';
import { t, uiLanguage } from '@/utils/i18n';
import { send } from '@/utils/messages';
import type { PlaceKind, PlaceRow } from '@/utils/placements-kept';
import { signature } from '@/utils/settings';

/** What takes the place of what stands there, by the kind of place. */
const snippets: Partial<Record<PlaceKind, string>> = {
  readme: 'readme-markdown',
  website: 'html-card',
  resume: 'europass-text',
};

/** True where one press makes what is to be pasted: the signature, or a snippet. */
export function canReplace({ kind }: PlaceRow, newer: Entry): boolean {
  return kind === 'signature' || snippetOf(kind)?.accepts(newer) === true;
}

/**
 * Puts the newer badge in the place of the older: in the signature that is set up, or as a snippet on the clipboard. The note
 * is about the newer one from then on; both are taken back together.
 */
export async function replacePlace(
  place: PlaceRow,
  older: Entry,
  newer: Entry,
  say: (message: ToastMessage | null) => void,
): Promise<void> {
  const snippet = snippetOf(place.kind);
  let undoSetting = async () => {};
  if (snippet) {
    const language = uiLanguage().startsWith('ko') ? 'ko' : 'en';
    await copyText(snippet.render([newer], { language, now: new Date() }).body);
  } else {
    const before = await signature.getValue();
    undoSetting = () => signature.setValue(before);
    await signature.setValue({ ...before, badgeIds: withNewer(before.badgeIds, older, newer) });
    location.hash = '#signature';
  }
  await send('keepPlace', {
    place: {
      ...place,
      badgeId: newer.id,
      badgeName: newer.achievement.name,
      stateThen: newer.state,
      expiresOnThen: newer.expiresOn,
      placedOn: dayOf(new Date()),
    },
  });
  const onUndo = () => {
    say(null);
    void undoSetting();
    void send('keepPlace', { place });
  };
  say({ text: t(snippet ? 'placeSnippetCopied' : 'placeSignatureReplaced'), onUndo });
}

function snippetOf(kind: PlaceKind) {
  return exports.find(({ id }) => id === snippets[kind]);
}

/** The newer stands where the older stood, once. A signature that takes the newest by itself stays as it is. */
function withNewer(ids: readonly BadgeId[], older: Entry, newer: Entry): readonly BadgeId[] {
  const olds = new Set(older.proofs.map(({ id }) => id));
  if (ids.length === 0) return ids;
  const replaced = ids.map((id) => (olds.has(id) ? newer.id : id));
  return [...new Set(replaced.includes(newer.id) ? replaced : [newer.id, ...replaced])];
}
