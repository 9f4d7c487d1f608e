import type { Answer, Minted } from '../issuer/minted';
import { changeLetter, mutateJson, type Json } from './mutate-json';
import { mutateToken } from './mutate-token';
import type { Random } from './random';

/** The badge, or something that is served for it, changed in one to four places. */
export function damage(minted: Minted, random: Random): Pick<Minted, 'target' | 'documents'> {
  const { target, documents } = minted;
  const addresses = Object.keys(documents);
  if (target instanceof URL || (addresses.length > 0 && random.below(2) === 0)) {
    const address = random.pick([...addresses, 'https://badges.northwind.example/none']);
    const answer = documents[address] ?? { status: 404 };
    return { target, documents: { ...documents, [address]: damageAnswer(answer, random) } };
  }
  return {
    target: typeof target === 'string' ? damageText(target, random) : damageBytes(target, random),
    documents,
  };
}

function damageText(text: string, random: Random): string {
  // Both parts of a token are JSON only until it was changed.
  if (/^ey[\w-]+\.ey/.test(text)) return mutateToken(text, random).result;
  if (!text.startsWith('{')) return changeLetter(text, random);
  let json = JSON.parse(text) as Json;
  for (let times = random.below(4); times >= 0 && Object.keys(json).length > 0; times -= 1) {
    json = mutateJson(json, random).result;
  }
  return JSON.stringify(json);
}

function damageAnswer({ body = '', ...answer }: Answer, random: Random): Answer {
  const status = random.pick([200, 200, 200, 301, 410, 500]);
  return { ...answer, status, body: typeof body === 'string' ? damageText(body, random) : body };
}

function damageBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice(0, random.below(4) === 0 ? random.below(bytes.length) : bytes.length);
  for (let times = random.below(4); times >= 0 && copy.length > 0; times -= 1) {
    copy[random.below(copy.length)] = random.below(256);
  }
  return copy;
}
