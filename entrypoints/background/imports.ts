import { badgeId, type BadgeId } from '@/utils/badge';
import { fromBase64 } from '@/utils/base64';
import { AppError, toAppError } from '@/utils/errors';
import { safeUrl } from '@/utils/html';
import { toCopies, type Io, type IoRequest } from '@/utils/io';
import { findWholeImports, storeImports } from '@/utils/library-imports';
import { addLink } from '@/utils/library-links';
import { removeImported, restoreImported } from '@/utils/library-removals';
import { maxVerifiedBytes, type HandlersOf } from '@/utils/messages';
import {
  importLimits,
  type ImportItem,
  type ImportMessages,
  type ImportOutcome,
  type ImportRequest,
} from '@/utils/messages-import';
import { createLoggedIo } from '@/utils/network-log';
import { withRoom } from '@/utils/quota';
import type { ImportContent, ReadBadge, ReadResult } from '@/utils/read-badge';
import { file } from '@/utils/sources/file';
import { loadVerifier } from './load-verifier';
import { pull, resume } from './pulls';
import { requireConsent } from './require';

/** At a time: what is asked of different issuers need not wait for each other. */
const atOnce = 10;
/** Milliseconds after which what was read is stored: each store has every open page read anew. */
const storeAfter = 1500;
/** Milliseconds after which we answer with what is done: the page shows it, and a stopped background loses little. */
const answerWithin = 15_000;

/** Bringing badges in by hand. */
export const importHandlers: HandlersOf<ImportMessages> = {
  async importBadges(request) {
    await requireConsent();
    requireSize(request.items);
    return { outcomes: await importAll(request) };
  },
  async removeImported({ badgeId: id }) {
    return { undo: await removeImported(id) };
  },
  async restoreImported({ undo }) {
    await restoreImported(undo);
    return null;
  },
  async addLink({ sourceId, link }) {
    await requireConsent();
    const added = await addLink(sourceId, link, new Date());
    // One that is there needs no new look at all the others.
    if (added.isNew) await pull(added.accountId);
    return { badgeId: added.badgeId };
  },
};

/** In groups, each stored together. */
async function importAll({ items, since, withoutAsking = false }: ImportRequest): Promise<ImportOutcome[]> {
  const end = Date.now() + answerWithin;
  const io = createSharingIo(createLoggedIo('import'));
  const read: Reader = (content) => readOne(content, io, withoutAsking);
  const outcomes: ImportOutcome[] = [];
  while (outcomes.length < items.length && (outcomes.length === 0 || Date.now() < end)) {
    outcomes.push(...(await importGroup(items.slice(outcomes.length), since, read)));
  }
  return outcomes;
}

type Reader = (content: ImportContent) => Promise<ReadResult>;

async function readOne(content: ImportContent, io: Io, withoutAsking: boolean): Promise<ReadResult> {
  const { readBadge } = await loadVerifier();
  return readBadge(content, io, { withoutAsking });
}

/** As many of the items as are read within a second or two; the badges among them are kept in one go. */
async function importGroup(
  items: readonly ImportItem[],
  since: string,
  read: Reader,
): Promise<ImportOutcome[]> {
  const end = Date.now() + storeAfter;
  const results: (ImportOutcome | ReadResult | AppError)[] = [];
  while (results.length < items.length && (results.length === 0 || Date.now() < end)) {
    results.push(...(await readGroup(items.slice(results.length, results.length + atOnce), since, read)));
  }
  const badges = results.filter((result): result is ReadBadge => 'kind' in result && result.kind === 'badge');
  const bytes = badges.reduce(
    (sum, { original, picture }) => sum + original.bytes.length + (picture?.bytes.byteLength ?? 0),
    0,
  );
  const words = await withRoom(bytes, () => storeImports(badges, since, new Date()));
  // Pictures that are only named are fetched as those of every source are.
  if (badges.some(({ badge, picture }) => badge.imageUrl && !picture)) void resume();
  const wordOf = new Map(badges.map((badge, index) => [badge, words[index] ?? 'known'] as const));
  return Promise.all(results.map((result) => toOutcome(result, wordOf)));
}

/** What each item is: known by its bytes, read, or why it cannot be. */
async function readGroup(
  group: readonly ImportItem[],
  since: string,
  read: Reader,
): Promise<(ImportOutcome | ReadResult | AppError)[]> {
  const contents = group.map(toContent);
  const ids = await Promise.all(contents.map(idOf));
  const whole = await findWholeImports(ids.filter((id) => id !== null));
  return Promise.all(
    contents.map(async (content, index) => {
      const id = ids[index];
      const row = id ? whole.get(id) : undefined;
      if (!row) return read(content).catch(toAppError);
      const outcome = row.addedAt < since ? 'known' : 'added';
      return { outcome, badgeId: row.id, name: row.achievement.name };
    }),
  );
}

async function toOutcome(
  result: ImportOutcome | ReadResult | AppError,
  wordOf: ReadonlyMap<ReadResult, 'added' | 'known'>,
): Promise<ImportOutcome> {
  if (result instanceof AppError) return { outcome: 'failed', error: result.toRecord() };
  if ('outcome' in result) return result;
  if (result.kind === 'needs-hosts') return { outcome: 'needs-hosts', hosts: result.hosts };
  if (result.kind === 'link') return follow(result);
  const { id, achievement } = result.badge;
  return { outcome: wordOf.get(result) ?? 'known', badgeId: id, name: achievement.name };
}

/** An address turned out to be a badge of a source: that one knows more of it than its record says. */
async function follow({ sourceId, link }: Extract<ReadResult, { kind: 'link' }>): Promise<ImportOutcome> {
  const added = await addLink(sourceId, link, new Date());
  if (added.isNew) await pull(added.accountId);
  return { outcome: 'linked', sourceId, badgeId: added.badgeId };
}

function toContent(item: ImportItem): ImportContent {
  if (item.kind === 'file')
    return { kind: 'file', name: item.name.slice(0, 500), bytes: fromBase64(item.base64) };
  if (item.kind === 'text') return { kind: 'text', text: item.text };
  const url = safeUrl(item.url);
  if (!url) throw new AppError('refused-address', 'not https');
  return { kind: 'address', url };
}

/** What is brought as bytes is known by them; for the rest its reader must look. */
async function idOf(content: ImportContent): Promise<BadgeId | null> {
  if (content.kind === 'address') return null;
  const bytes = content.kind === 'file' ? content.bytes : new TextEncoder().encode(content.text.trim());
  const { digestOf } = await loadVerifier();
  return badgeId(file.id, await digestOf(bytes));
}

function requireSize(items: readonly ImportItem[]): void {
  const sizeOf = (item: ImportItem) =>
    item.kind === 'file' ? item.base64.length : item.kind === 'text' ? item.text.length : item.url.length;
  const isLarge = items.some((item) => sizeOf(item) > (maxVerifiedBytes * 4) / 3 + 4);
  if (isLarge || items.length > importLimits.items) throw new AppError('too-large', `${items.length} items`);
}

/** Badges of one issuer name the same documents: each is asked for once in a message. */
function createSharingIo(io: Io): Io {
  const answers = new Map<string, Promise<() => Response>>();
  async function ask(address: string | URL, request: IoRequest = {}): Promise<Response> {
    const key = `${request.accept ?? ''} ${String(address)}`;
    const known = answers.get(key) ?? io.fetch(address, request).then(toCopies);
    answers.set(key, known);
    return (await known)();
  }
  return { fetch: ask, now: () => io.now() };
}
