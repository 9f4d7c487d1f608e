import { changeLetter, mutateJson, type Json, type Mutation } from './mutate-json';
import type { Random } from './random';

type Parts = [string, string, string];
type Change = (parts: Parts, random: Random) => Parts;

const algorithms = [
  'none',
  'None',
  'HS256',
  'RS256',
  'ES256',
  'ES384',
  'EdDSA',
  'Ed25519',
  'PS256',
  'ES256K',
  '',
];

function mutatePart(part: string, random: Random): string {
  const json = JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
  return encode(mutateJson(json, random).result);
}

function withHeader([header, payload, signature]: Parts, fields: Json): Parts {
  const json = JSON.parse(Buffer.from(header, 'base64url').toString()) as Json;
  return [encode({ ...json, ...fields }), payload, signature];
}

const encode = (json: Json) => Buffer.from(JSON.stringify(json)).toString('base64url');
const shorten = (part: string, random: Random) => part.slice(0, random.below(part.length + 1));

const changes: Record<string, Change> = {
  'header, letter': ([header, ...rest], random) => [changeLetter(header, random), ...rest],
  'payload, letter': ([header, payload, signature], random) => [
    header,
    changeLetter(payload, random),
    signature,
  ],
  'signature, letter': ([header, payload, signature], random) => [
    header,
    payload,
    changeLetter(signature, random),
  ],
  // The last letter carries bits that nobody reads.
  'signature, last letter': ([header, payload, signature], random) => [
    header,
    payload,
    signature.slice(0, -1) + random.pick([...'ABCDQRSTgwxy0189-_']),
  ],
  'signature, shorter': ([header, payload, signature], random) => [
    header,
    payload,
    shorten(signature, random),
  ],
  'signature, longer': ([header, payload, signature]) => [header, payload, `${signature}AA`],
  'header, field': ([header, ...rest], random) => [mutatePart(header, random), ...rest],
  'payload, field': ([header, payload, signature], random) => [
    header,
    mutatePart(payload, random),
    signature,
  ],
  algorithm: (parts, random) => withHeader(parts, { alg: random.pick(algorithms) }),
  crit: (parts, random) =>
    withHeader(parts, random.pick([{ crit: ['exp'] }, { crit: [] }, { b64: false, crit: ['b64'] }])),
  padding: ([header, payload, signature]) => [header, payload, `${signature}==`],
  parts: ([header, payload, signature], random) =>
    random.pick<Parts>([
      [payload, header, signature],
      [header, signature, payload],
      [header, payload, ''],
      [`${header}\n`, payload, signature],
      [header, payload, ` ${signature}`],
    ]),
};

/** Changes one part of a compact JWS, in a way that the seed decides. */
export function mutateToken(token: string, random: Random): Mutation<string> {
  const kind = random.pick(Object.keys(changes));
  const [header = '', payload = '', signature = ''] = token.split('.');
  const parts = changes[kind]?.([header, payload, signature], random) ?? [];
  return { what: kind, kind, result: parts.join('.') };
}
