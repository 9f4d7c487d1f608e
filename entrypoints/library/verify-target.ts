import { toBase64 } from '@/utils/base64';
import { AppError } from '@/utils/errors';
import { maxVerifiedBytes, type VerifyRequest } from '@/utils/messages';
import type { RecipientProfile } from '@/utils/verifiers/verifier';

/** What the user brought: a file, or words that are a link, JSON or a token. */
export type Brought =
  { readonly kind: 'file'; readonly file: File } | { readonly kind: 'text'; readonly text: string };

/** What a pasted text looks like, before anything is done with it. */
export type TextKind = 'empty' | 'link' | 'json' | 'token' | 'unknown';

/** Tells a link, JSON and a compact JWS (RFC 7515, section 3.1: its header is JSON in Base64) apart; the verifiers look closer. */
export function kindOf(text: string): TextKind {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (/^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed)) return 'link';
  if (/^[{[]/.test(trimmed)) return 'json';
  return /^e[wy][\w-]*={0,2}\.[\w-]*={0,2}\.[\w-]+={0,2}$/.test(trimmed) ? 'token' : 'unknown';
}

/** What the report is about: the file's name, the whole link, or the beginning of the text. */
export function nameOf(brought: Brought): string {
  if (brought.kind === 'file') return brought.file.name;
  const text = brought.text.trim();
  return kindOf(text) === 'link' ? text : text.slice(0, 120);
}

/**
 * What is sent to the background, and the digest by which a report can be laid beside its file again.
 * @throws AppError `too-large`
 */
export async function toContent(
  brought: Brought,
): Promise<{ readonly content: VerifyRequest['content']; readonly bytes: Uint8Array<ArrayBuffer> }> {
  if (brought.kind === 'text') {
    const text = brought.text.trim();
    const bytes = new TextEncoder().encode(text);
    requireSize(bytes.length);
    return { content: { kind: 'text', text }, bytes };
  }
  // Before it is read: a file of gigabytes must not come into memory.
  requireSize(brought.file.size);
  const bytes = new Uint8Array(await brought.file.arrayBuffer());
  return { content: { kind: 'file', base64: toBase64(bytes) }, bytes };
}

function requireSize(length: number): void {
  if (length > maxVerifiedBytes) throw new AppError('too-large', `${length} bytes`);
}

/** Whom the badge should belong to, from what was typed: parts between commas or lines, each by its looks. */
export function toProfile(typed: string): RecipientProfile | null {
  const parts = typed.split(/[,;\n]/).flatMap((part) => part.trim() || []);
  if (parts.length === 0) return null;
  const ofKind = (kind: keyof RecipientProfile) => parts.filter((part) => profileKind(part) === kind);
  return {
    emails: ofKind('emails'),
    urls: ofKind('urls'),
    telephones: ofKind('telephones'),
    names: ofKind('names'),
    ids: ofKind('ids'),
  };
}

function profileKind(part: string): keyof RecipientProfile {
  if (/^https?:\/\//i.test(part)) return 'urls';
  if (/^(did|urn):/i.test(part)) return 'ids';
  if (/^\S+@\S+$/.test(part)) return 'emails';
  return /^\+?[\d\s().-]{6,}$/.test(part) ? 'telephones' : 'names';
}
