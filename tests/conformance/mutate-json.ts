import type { Random } from './random';

export type Json = Record<string, unknown>;

/** A document that was changed in one place. */
export interface Mutation<T> {
  /** What was done ("drop /proof/created"). */
  readonly what: string;
  /** The same without the place, to count by. */
  readonly kind: string;
  readonly result: T;
}

/** A member of an object, or an item of a list. */
interface Place {
  readonly holder: Json | unknown[];
  readonly key: string | number;
  readonly path: string;
}

type Change = (place: Place, random: Random, all: readonly Place[]) => void;

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz_-0OIl';
const contexts = [
  'https://www.w3.org/2018/credentials/v1',
  'https://www.w3.org/ns/credentials/v2',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://northwind.example/contexts/own.jsonld',
  { name: 'https://schema.org/description' },
  { until: 'https://www.w3.org/2018/credentials#validUntil' },
  { '@vocab': 'https://northwind.example/words#' },
];
/** Words that mean something to a verifier, and values that often slip through. */
const words: readonly unknown[] = [
  ...`assertionMethod authentication eddsa-rdfc-2022 eddsa-2022 eddsa-jcs-2022 ecdsa-rdfc-2019 ecdsa-sd-2023
    DataIntegrityProof Ed25519Signature2020 VerifiableCredential OpenBadgeCredential https://southwind.example/issuer
    did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK
    2020-01-01T00:00:00Z 2031-01-01T00:00:00Z 2025-13-45T00:00:00Z`.split(/\s+/),
  '',
  ' ',
  '\u0000',
  '\ud800',
  null,
  true,
  false,
  0,
  -1,
  1e21,
  0.1,
  [],
  {},
  [[]],
  [null],
  { '@value': 'x' },
  { '@id': 'urn:x' },
];
const names: readonly string[] =
  `validFrom validUntil issuanceDate expirationDate issuer id type @type @id @graph @included @reverse
  credentialStatus credentialSubject proof name description evidence domain challenge created expires previousProof
  nonce nickname __proto__ constructor toString`.split(/\s+/);

function placesOf(value: unknown, path = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Json | unknown[];
  const keys = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
  return keys.flatMap((key) => {
    const place = { holder, key, path: `${path}/${key}` };
    return [place, ...placesOf(read(place), place.path)];
  });
}

const read = ({ holder, key }: Place): unknown => (holder as Json)[key];

function write({ holder, key }: Place, value: unknown): void {
  // By definition, as JSON does: `__proto__` is a name like any other.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function drop({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function add(holder: Json | unknown[], name: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(value);
  else write({ holder, key: name, path: '' }, value);
}

/** Another letter somewhere; texts of signatures are the likeliest place for a fault of ours. */
export function changeLetter(text: string, random: Random): string {
  if (text === '') return 'x';
  const at = random.below(text.length);
  const letter = random.pick([...alphabet].filter((other) => other !== text[at]));
  return text.slice(0, at) + letter + text.slice(at + 1);
}

const changes: Record<string, Change> = {
  letter: (place, random) => write(place, changeLetter(String(read(place)), random)),
  truncate: (place, random) => {
    const text = String(read(place));
    write(place, text.slice(0, random.below(text.length + 1)));
  },
  append: (place, random) =>
    write(place, `${String(read(place))}${random.pick([...alphabet, ' ', '=', '#', '\n'])}`),
  case: (place) => write(place, String(read(place)).toUpperCase()),
  word: (place, random) => write(place, random.pick(words)),
  drop: (place) => drop(place),
  rename: (place, random) => {
    const value = read(place);
    drop(place);
    add(
      place.holder,
      random.pick([...names, `${place.key}x`, `https://w3id.org/security#${place.key}`]),
      value,
    );
  },
  add: ({ holder }, random) => add(holder, random.pick(names), random.pick(words)),
  copy: ({ holder }, random, all) => add(holder, random.pick(names), structuredClone(read(random.pick(all)))),
  move: (place, random, all) => write(place, structuredClone(read(random.pick(all)))),
  wrap: (place) => write(place, [read(place)]),
  unwrap: (place) => write(place, [read(place)].flat()[0]),
  double: (place) => write(place, [read(place), structuredClone(read(place))].flat()),
  swap: (place) => {
    const value = read(place);
    if (Array.isArray(value)) write(place, value.toReversed());
    else if (typeof value === 'object' && value !== null)
      write(place, Object.fromEntries(Object.entries(value).toReversed()));
    else write(place, { '@value': value });
  },
};

/** Changes one place of a document, in a way that the seed decides. The result is JSON, as a file has it. */
export function mutateJson(json: Json, random: Random): Mutation<Json> {
  const copy = structuredClone(json);
  const all = placesOf(copy);
  // Half of all changes concern what a verifier reads first.
  const special = all.filter(({ path }) =>
    /^\/(?:@context|proof|issuer|valid|issuance|type|id|iss|exp)/.test(path),
  );
  const place = random.pick(special.length > 0 && random.below(2) === 0 ? special : all);
  if (place.path.startsWith('/@context') && random.below(2) === 0) {
    copy['@context'] = mutateContexts([copy['@context']].flat(), random);
    return { what: `context ${JSON.stringify(copy['@context'])}`, kind: 'context', result: toJson(copy) };
  }
  const kind = random.pick(Object.keys(changes));
  changes[kind]?.(place, random, all);
  return { what: `${kind} ${place.path}`, kind, result: toJson(copy) };
}

function mutateContexts(own: unknown[], random: Random): unknown[] {
  const at = random.below(own.length + 1);
  const other = random.pick(contexts);
  return random.below(2) === 0 ? own.toSpliced(at, 0, other) : own.toSpliced(at, 1, other);
}

/** Halves of letters and holes in lists do not survive a file. */
function toJson(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
