import type { SourceId } from './badge';
import { AppError } from './errors';
import type { WebUrl } from './html';
import { finalUrl, type Io } from './io';
import { parseRetryAfter } from './read-json';
import { findLink } from './understand';
import { acceptFor, fetchByOwnId, type Fetched } from './verifiers/fetch-document';
import { openAddress } from './verifiers/open-address';
import { readContent } from './verifiers/read-content';
import type { Provenance, Subject } from './verifiers/verifier';

/** What is to be read, as the bytes that are kept. */
export interface OpenedBadge {
  readonly kind: 'badge';
  readonly subject: Exclude<Subject, { kind: 'hosted' }>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it came from; null for what the user brought. */
  readonly from: WebUrl | null;
}

/** It leads to a badge of one of our sources, which knows more than its record says. */
export interface SourceLink {
  readonly kind: 'link';
  readonly sourceId: SourceId;
  readonly link: WebUrl;
}

const maxBytes = 6_000_000;

/**
 * The badge in bytes that the user brought. One that only names an address (0.5) is asked for there, and kept as it came.
 * @throws AppError `unsupported-badge` for what holds no badge, `damaged-file`, and faults of the network
 */
export async function openBytes(
  bytes: Uint8Array<ArrayBuffer>,
  container: Provenance['container'],
  io: Io,
): Promise<OpenedBadge> {
  const { subject, checks } = await readContent(bytes, { container, url: null });
  if (!subject) throw noBadge(bytes, checks[0]?.detail ?? '');
  if (subject.kind !== 'hosted') return { kind: 'badge', subject, bytes, from: null };
  const [record] = subject.assertionUrls;
  const opened = record && (await openRecord([record], io));
  if (!opened) throw new AppError('unsupported-badge', 'no address');
  return { ...opened, bytes, from: null };
}

/**
 * The badge behind an address: a record, a baked picture, a token, the record of a platform's page.
 * @throws AppError as above
 */
export async function openLink(url: WebUrl, io: Io): Promise<OpenedBadge | SourceLink> {
  const known = findSourceLink(url);
  if (known) return known;
  const opened = await openAddress(new URL(url), io);
  const answer = await askAgain(url, io);
  const moved = answer && findSourceLink(finalUrl(answer, url));
  if (moved) return moved;
  if (opened.subject?.kind === 'hosted') return openRecord(opened.subject.assertionUrls, io);
  if (!answer) throw new AppError('unsupported-badge', opened.checks[0]?.detail ?? '');
  throwForStatus(answer, io.now());
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!opened.subject) throw noBadge(bytes, opened.checks[0]?.detail ?? '');
  return { kind: 'badge', subject: opened.subject, bytes, from: url };
}

function findSourceLink(address: string): SourceLink | null {
  const found = URL.canParse(address) ? findLink(new URL(address)) : null;
  return found && { kind: 'link', sourceId: found.source.id, link: found.link };
}

/** Answers are remembered, so nobody is asked twice; null where nobody was asked, or nobody answered. */
async function askAgain(url: WebUrl, io: Io): Promise<Response | null> {
  try {
    return await io.fetch(url, { accept: acceptFor(url), maxBytes, redirect: 'follow' });
  } catch {
    return null;
  }
}

/** The first address that has a record of any version; what it answers is kept. */
async function openRecord(addresses: readonly WebUrl[], io: Io): Promise<OpenedBadge> {
  const answers: Fetched[] = [];
  for (const address of addresses) {
    const answer = await fetchByOwnId(address, io);
    if (answer.kind === 'document' && answer.text.trim() !== '') return fromText(answer.text, answer.url);
    if (answer.kind === 'nothing' && answer.text.trim().startsWith('ey'))
      return fromText(answer.text, answer.url as WebUrl);
    answers.push(answer);
  }
  throw whyNot(answers);
}

async function fromText(text: string, url: WebUrl): Promise<OpenedBadge> {
  const bytes = new TextEncoder().encode(text);
  const { subject, checks } = await readContent(bytes, { container: 'url', url });
  if (!subject || subject.kind === 'hosted') throw noBadge(bytes, checks[0]?.detail ?? '');
  return { kind: 'badge', subject, bytes, from: url };
}

function whyNot(answers: readonly Fetched[]): AppError {
  const away = answers.find((answer) => answer.kind === 'unreachable');
  if (away?.kind === 'unreachable') return away.error;
  const [first] = answers;
  if (first?.kind !== 'nothing') return new AppError('not-found', first?.host ?? '');
  const status = Number(/^status (\d+)$/.exec(first.reason)?.[1] ?? 0);
  if (status === 429) return new AppError('rate-limited', first.host);
  if (status >= 500) return new AppError('server-error', `${first.host}: ${first.reason}`);
  if (status > 0) return new AppError('not-found', `${first.host}: ${first.reason}`);
  return new AppError(
    'unsupported-badge',
    first.text.trim().startsWith('<') ? 'a page (HTML)' : first.reason,
  );
}

function throwForStatus({ ok, status, headers }: Response, now: Date): void {
  if (ok) return;
  const retryAfter = parseRetryAfter(headers.get('retry-after'), now);
  if (status === 429) throw new AppError('rate-limited', `status ${status}`, retryAfter);
  if (status >= 500) throw new AppError('server-error', `status ${status}`, retryAfter);
  throw new AppError('not-found', `status ${status}`);
}

/** A file that begins as a badge and cannot be read was one; anything else is something else. */
function noBadge(bytes: Uint8Array, detail: string): AppError {
  const isOther = /without badge data$|^[A-Za-z0-9-]+ (?:image|video|document|archive|text)$|^icon$/.test(
    detail,
  );
  const isPicture = bytes[0] === 0x89 || /<svg/i.test(new TextDecoder().decode(bytes.subarray(0, 2000)));
  const isBroken = !isOther && (isPicture || bytes[0] === 0x7b);
  return new AppError(isBroken ? 'damaged-file' : 'unsupported-badge', detail);
}
