import type { OpenBadgeCredential } from '../open-badges/v3';
import { inWords, listOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { checkCredentialRevocationList } from './revocation-list';
import { checkStatusIssuer, type StatusBearer } from './status-document';
import { bitAt, fetchStatusList, type ListFamily, type StatusList } from './status-list';
import type { VerifyContext } from './verifier';

/** Types of entries that name a bit in a list. */
const families = new Map<string, ListFamily>([
  [
    'BitstringStatusListEntry',
    {
      types: ['BitstringStatusListCredential', 'BitstringStatusList'],
      isMultibase: true,
    },
  ],
  ['StatusList2021Entry', { types: ['StatusList2021Credential', 'StatusList2021'], isMultibase: false }],
  [
    'RevocationList2020Status',
    { types: ['RevocationList2020Credential', 'RevocationList2020'], isMultibase: false },
  ],
]);

/** What a set bit means for the badge. A message says something about it, a refresh that there is a newer copy. */
const purposes = new Map<string, Check['id'] | null>([
  ['revocation', 'not-revoked'],
  ['suspension', 'not-suspended'],
  ['refresh', null],
  ['message', null],
]);

/** A badge has one entry, or one for each purpose. */
const maxEntries = 8;

/**
 * Whether a credential was taken back or suspended, by every entry of its `credentialStatus` (VC data model, "Status").
 * A kind of entry that we do not know leaves it open, for it may say that the badge was revoked. Never throws.
 */
export async function checkStatus(
  { status, id, issuer }: OpenBadgeCredential,
  context: VerifyContext,
): Promise<readonly Check[]> {
  return checkStatusEntries(status, context, { id, issuerId: issuer.id || null });
}

/** The same for entries that stand for themselves. */
export async function checkStatusEntries(
  entries: unknown,
  context: VerifyContext,
  bearer: StatusBearer = { id: null, issuerId: null },
): Promise<readonly Check[]> {
  const all = listOf(entries);
  const lists = new Map<string, Promise<StatusList>>();
  const found = await Promise.all(
    all.slice(0, maxEntries).map((entry) => checkEntry(entry, { context, bearer, lists })),
  );
  const rest = all.length > maxEntries ? [open(`more than ${maxEntries} status entries`)] : [];
  return [...found.flat(), ...rest];
}

interface Asking {
  readonly context: VerifyContext;
  readonly bearer: StatusBearer;
  /** Entries of several purposes often share a list. */
  readonly lists: Map<string, Promise<StatusList>>;
}

async function checkEntry(entry: Fields, asking: Asking): Promise<readonly Check[]> {
  const types = textsOf(entry['type']);
  if (types.includes('1EdTechRevocationList')) {
    return checkCredentialRevocationList(entry['id'], asking.bearer, asking.context);
  }
  const type = types.find((name) => families.has(name));
  const family = families.get(type ?? '');
  if (!family) return [open(`status of a kind that is not known: ${types.join(', ') || 'no type'}`)];
  // Lists of 2020 had one purpose only.
  const named = textsOf(entry['statusPurpose']);
  const asked = type === 'RevocationList2020Status' && named.length === 0 ? ['revocation'] : named;
  if (asked.length === 0) return [open('the status entry names no purpose')];
  const unknown = asked.find((purpose) => !purposes.has(purpose));
  if (unknown !== undefined) return [open(`status of a purpose that is not known: ${unknown}`)];
  if (asked.every((purpose) => purpose === 'message')) return [];
  return checkBits(entry, asked, family, asking);
}

async function checkBits(
  entry: Fields,
  asked: readonly string[],
  family: ListFamily,
  { context, bearer, lists }: Asking,
): Promise<readonly Check[]> {
  const place = toPlace(entry);
  const ids = asked.flatMap((purpose) => purposes.get(purpose) ?? []);
  if (typeof place === 'string') return ids.map((id) => check(id, 'unknown', place));
  const list = await (lists.get(place.key) ??
    remember(lists, place, fetchStatusList(place.address, family, context)));
  if (list.kind === 'unusable') return ids.map((id) => check(id, 'unknown', list.reason, list.host));
  const checks = asked.flatMap((purpose) => checkBit(purpose, place, list));
  return [...checks, ...checkStatusIssuer(list.issuerId, bearer, list.host)];
}

function remember(lists: Asking['lists'], { key }: Place, list: Promise<StatusList>): Promise<StatusList> {
  lists.set(key, list);
  return list;
}

interface Place {
  readonly address: unknown;
  /** Names address and family. */
  readonly key: string;
  readonly index: number;
}

/** Where an entry's bit lies, or what is wrong with the entry. */
function toPlace(entry: Fields): Place | string {
  const address = entry['statusListCredential'] ?? entry['revocationListCredential'];
  const written = entry['statusListIndex'] ?? entry['revocationListIndex'];
  const index = /^\d{1,12}$/.test(inWords(written)) ? Number(written) : null;
  if (index === null) return `statusListIndex is no index: ${inWords(written).slice(0, 40)}`;
  const size = entry['statusSize'] ?? 1;
  // Values of several bits mean what the issuer's messages say, which is not for us to guess (facts, no. 24).
  if (inWords(size) !== '1') return `statusSize ${inWords(size).slice(0, 40)}`;
  return { address, index, key: `${textOf(entry['type'])} ${inWords(address)}` };
}

function checkBit(
  purpose: string,
  { index }: Place,
  { bits, purposes: ofList, host, url }: StatusList & { kind: 'list' },
): readonly Check[] {
  const bit = bitAt(bits, index);
  const at = `${url} #${index}`;
  const id = purposes.get(purpose);
  const say = (result: Check['result'], detail: string) => (id ? [check(id, result, detail, host)] : []);
  if (ofList.length > 0 && !ofList.includes(purpose))
    return say('unknown', `${at}: a list for ${ofList.join(', ')}`);
  if (bit === null) return say('unknown', `${at}: the list ends before`);
  if (bit && purpose === 'refresh')
    return [check('refresh', 'unknown', `${at}: the issuer has a newer copy`, host)];
  return say(bit ? 'fail' : 'pass', `${at}: ${bit ? 1 : 0}`);
}

function open(detail: string): Check {
  return check('not-revoked', 'unknown', detail);
}
