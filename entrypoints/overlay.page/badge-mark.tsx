import { BadgeMark } from '@/components/BadgeMark';
import { sourceName, type BadgeReference, type LinkKind } from '@/utils/badge-links';
import { send } from '@/utils/messages';
import type { FoundBadge } from '@/utils/pages/find-badges';
import { mountBeside, type Show } from '@/utils/pages/mount';
import { besideLink, onPicture } from '@/utils/pages/spots';
import { unasked, verdict, type Check, type KnownVerification } from '@/utils/verification';
import { isCheckedOnSight } from '@/entrypoints/webmail.page/page-settings';

/** A mark beside a badge or a picture of one. */
export function mountBadgeMark(found: FoundBadge, signal: AbortSignal, root: AbortSignal): void {
  const spots = found.element.tagName === 'IMG' ? onPicture : besideLink;
  const show = mountBeside({ target: found.element, spots, size: 16 }, signal, root);
  void showMark(found, show);
}

/** A badge with an address can be asked for; of a picture and of an imitation the page itself says all there is. */
async function showMark({ kind }: FoundBadge, show: Show): Promise<void> {
  if (kind.kind !== 'badge') return draw(show, kind, { known: judgeHere(kind) });
  const { reference } = kind;
  const onCheck = () => void check(kind, reference, show);
  draw(show, kind, { onCheck });
  const known = await send('readVerification', reference).catch(() => null);
  if (known) return draw(show, kind, { known, onCheck });
  if (await isCheckedOnSight()) onCheck();
}

async function check(kind: LinkKind, reference: BadgeReference, show: Show): Promise<void> {
  const onCheck = () => void check(kind, reference, show);
  draw(show, kind, { isChecking: true });
  try {
    draw(show, kind, { known: await send('verifyBadge', reference), onCheck });
  } catch (cause) {
    draw(show, kind, { hasFailed: true, onCheck });
    // The mark says "could not check"; the reason is for a developer.
    console.warn('badge check:', cause);
  }
}

interface Drawn {
  readonly known?: KnownVerification;
  readonly isChecking?: boolean;
  readonly hasFailed?: boolean;
  readonly onCheck?: () => void;
}

function draw(show: Show, kind: LinkKind, drawn: Drawn): void {
  const { known = null, isChecking = false, hasFailed = false, onCheck } = drawn;
  const sourceId = kind.kind === 'badge' ? kind.reference.sourceId : kind.sourceId;
  show(<BadgeMark sourceName={sourceName(sourceId)} {...{ known, isChecking, hasFailed, onCheck }} />);
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
