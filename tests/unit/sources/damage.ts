import type { FakeAnswer } from '../fake-io';
import type { Fixture } from './source-fixture';

/** A fixture with one thing wrong in it, and where that is. */
export interface Damaged {
  readonly where: string;
  readonly fixture: Fixture;
}

/** What stands in the place of a member. */
const others: readonly unknown[] = [null, 42, 'surprise', [], {}, ['surprise'], true];

/** Each member of each JSON document in turn replaced by values of other types, and left out. */
export function* damageJson(fixture: Fixture): Generator<Damaged> {
  for (const [index, page] of (fixture.pages ?? []).entries()) {
    for (const { where, value } of damageValue(page, `page ${index}`)) {
      const pages = fixture.pages?.map((one, at) => (at === index ? value : one)) ?? [];
      yield { where, fixture: { ...fixture, pages } };
    }
  }
  for (const [address, answer] of Object.entries(fixture.answers ?? {})) {
    if (answer.json === undefined) continue;
    for (const { where, value } of damageValue(answer.json, address))
      yield { where, fixture: withAnswer(fixture, address, { ...answer, json: value }) };
  }
}

/** Each page for people cut off at twenty places, and with each kind of its tags taken out. */
export function* damageHtml(fixture: Fixture): Generator<Damaged> {
  for (const [address, answer] of Object.entries(fixture.answers ?? {})) {
    const text = answer.text ?? '';
    for (let part = 1; part <= (text === '' ? 0 : 20); part += 1) {
      const cut = { ...answer, text: text.slice(0, Math.floor((text.length * part) / 21)) };
      yield { where: `${address} cut after ${part}/21`, fixture: withAnswer(fixture, address, cut) };
    }
    for (const [tag] of text.matchAll(/<(?:meta|script|h1|h2|div|span|time|img|a|li|p)\b[^>]*>/g)) {
      const less = { ...answer, text: text.replace(tag, '') };
      yield { where: `${address} without ${tag}`, fixture: withAnswer(fixture, address, less) };
    }
  }
}

function withAnswer(fixture: Fixture, address: string, answer: FakeAnswer): Fixture {
  return { ...fixture, answers: { ...fixture.answers, [address]: answer } };
}

/** Every copy of a value with one member changed, at whatever depth. */
function* damageValue(value: unknown, where: string): Generator<{ where: string; value: unknown }> {
  for (const other of others) {
    if (JSON.stringify(other) !== JSON.stringify(value))
      yield { where: `${where} → ${JSON.stringify(other)}`, value: other };
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const damaged of damageValue(inner, `${where}.${key}`))
      yield { where: damaged.where, value: replace(value, key, damaged.value) };
    if (!Array.isArray(value)) {
      const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      yield { where: `${where} without ${key}`, value: rest };
    }
  }
}

function replace(value: object, key: string, inner: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? inner : one));
  return { ...value, [key]: inner };
}
