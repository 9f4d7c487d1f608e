import { BadgeMark } from '@/components/BadgeMark';
import { sourceName, type BadgeReference, type LinkKind } from '@/utils/badge-links';
import { send } from '@/utils/messages';
import type { FoundBadge } from '@/utils/pages/find-badges';
import type { Whose } from '@/utils/pages/page-ui';
import { mountBeside, type Show } from '@/utils/pages/mount';
import { besideLink, onPicture } from '@/utils/pages/spots';
import type { HolderMatch } from '@/utils/holder';
import { unasked, verdict, type Check, type KnownVerification } from '@/utils/verification';
import { isCheckedOnSight } from '@/entrypoints/webmail.page/page-settings';

/** A mark beside a badge or a picture of one. */
export function mountBadgeMark(
  found: FoundBadge,
  whose: Whose,
  signal: AbortSignal,
  root: AbortSignal,
): void {
  const spots = found.element.tagName === 'IMG' ? onPicture : besideLink;
  const show = mountBeside({ target: found.element, spots, size: 16 }, signal, root);
  void showMark(found, whose, show);
}

/** A badge with an address can be asked for; of a picture and of an imitation the page itself says all there is. */
async function showMark({ kind }: FoundBadge, whose: Whose, show: Show): Promise<void> {
  if (kind.kind !== 'badge') return draw(show, kind, { known: judgeHere(kind) });
  const { reference } = kind;
  const onCheck = () => void check(kind, reference, whose, show);
  draw(show, kind, { onCheck });
  const known = await send('readVerification', reference).catch(() => null);
  if (known) return drawKnown(known, { kind, reference, whose, show, onCheck }, false);
  if (await isCheckedOnSight()) onCheck();
}

async function check(kind: LinkKind, reference: BadgeReference, whose: Whose, show: Show): Promise<void> {
  const onCheck = () => void check(kind, reference, whose, show);
  draw(show, kind, { isChecking: true });
  try {
    const known = await send('verifyBadge', reference);
    await drawKnown(known, { kind, reference, whose, show, onCheck }, true);
  } catch (cause) {
    draw(show, kind, { hasFailed: true, onCheck });
    // The mark says "could not check"; the reason is for a developer.
    console.warn('badge check:', cause);
  }
}

interface Marked {
  readonly kind: LinkKind;
  readonly reference: BadgeReference;
  readonly whose: Whose;
  readonly show: Show;
  readonly onCheck: () => void;
}

/** The result at once, and whose it is as soon as that is known; looked at again when it is opened: heads come late. */
async function drawKnown(known: KnownVerification, marked: Marked, mayAsk: boolean): Promise<void> {
  const { kind, reference, whose, show, onCheck } = marked;
  const onOpen = () => void drawKnown(known, marked, true);
  draw(show, kind, { known, onCheck, onOpen });
  const holder = await compare(reference, whose, mayAsk);
  draw(show, kind, { known, onCheck, onOpen, holder });
}

/** Whose it is, beside whether it is right; null where the page shows nobody. */
async function compare(
  { sourceId, id }: BadgeReference,
  whose: Whose,
  mayAsk: boolean,
): Promise<HolderMatch | null> {
  const shown = whose();
  return shown && send('compareHolder', { sourceId, id, shown, mayAsk }).catch(() => null);
}

interface Drawn {
  readonly known?: KnownVerification;
  readonly isChecking?: boolean;
  readonly hasFailed?: boolean;
  readonly holder?: HolderMatch | null;
  readonly onCheck?: () => void;
  readonly onOpen?: () => void;
}

function draw(show: Show, kind: LinkKind, drawn: Drawn): void {
  const { known = null, isChecking = false, hasFailed = false, holder = null, onCheck, onOpen } = drawn;
  const sourceId = kind.kind === 'badge' ? kind.reference.sourceId : kind.sourceId;
  show(
    <BadgeMark
      sourceName={sourceName(sourceId)}
      {...{ known, isChecking, hasFailed, holder, onCheck, onOpen }}
    />,
  );
}

/** Nobody is asked: the address alone tells. */
function judgeHere(kind: Exclude<LinkKind, { kind: 'badge' }>): KnownVerification {
  const failed: Check =
    kind.kind === 'picture'
      ? { id: 'picture-proof', result: 'fail', detail: '', host: null }
      : { id: 'link-host', result: 'fail', detail: kind.host, host: null };
  const checks = [failed];
  const checkedAt = new Date().toISOString();
  return { verification: { ...unasked, verdict: verdict(checks), checks, checkedAt }, lastGood: null };
}
