import { gzipSync } from 'node:zlib';
import { check, type Check } from '@/utils/verification';
import { emptyReport, type Subject, type VerifyContext } from '@/utils/verifiers/verifier';
import { fakeIo, type FakeAnswer } from '../fake-io';

export const listUrl = 'https://status.lumen.example/lists/7';
export const issuerId = 'did:web:lumen.example';

/** A bitstring with some bits set, counted from the left. */
export function makeBits(set: readonly number[], length = 131_072): Uint8Array {
  const bits = new Uint8Array(Math.ceil(length / 8));
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return bits;
}

/** As `encodedList` has it: packed, base64url, after the prefix of multibase. */
export function encodeList(
  bits: Uint8Array,
  prefix = 'u',
  pack: (bytes: Uint8Array) => Uint8Array = gzipSync,
): string {
  return prefix + Buffer.from(pack(bits)).toString('base64url');
}

/** A status list credential, unsigned: whether its proof holds is what `nested` of the context says. */
export function makeList(subject: object, rest: object = {}): Record<string, unknown> {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerId,
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeList(makeBits([42])),
      ...subject,
    },
    ...rest,
  };
}

export function makeEntry(rest: object = {}): Record<string, unknown> {
  return {
    id: `${listUrl}#41`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '41',
    statusListCredential: listUrl,
    ...rest,
  };
}

export interface StatusWorld extends VerifyContext {
  readonly asked: readonly string[];
  /** Subjects that were to be verified for themselves. */
  readonly nested: readonly Subject[];
}

/** A context that serves these answers, and in which every list has these checks. */
export function statusWorld(
  answers: Record<string, FakeAnswer>,
  checks: readonly Check[] = [check('signature', 'pass')],
): StatusWorld {
  const io = fakeIo(answers);
  const nested: Subject[] = [];
  return {
    io,
    depth: 0,
    asked: io.asked,
    nested,
    verifyNested: (subject) => {
      nested.push(subject);
      return Promise.resolve({ ...emptyReport, checks });
    },
  };
}
