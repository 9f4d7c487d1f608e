/** A JSON object whose members are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; null when it is none. A list of one object counts as that object. */
export function fieldsOf(value: unknown): Fields | null {
  if (Array.isArray(value)) return value.length === 1 ? fieldsOf(value[0]) : null;
  return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

/** One object or a list of them, always as a list. What is no object is left out. */
export function listOf(value: unknown): readonly Fields[] {
  const items: unknown[] = [value].flat();
  return items.map(fieldsOf).filter((fields) => fields !== null);
}

/** One text or a list of them, always as a list. What is no text is left out. */
export function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}

/** The `id` of an object; null when it has none. */
export function idOf(fields: Fields | null): string | null {
  const id = fields?.['id'];
  return typeof id === 'string' && id !== '' ? id : null;
}

/**
 * Text for people in the shapes that JSON-LD allows: plain, `{"@value": …}`, a language map, or a list of these. The
 * first wins; which language the reader wants is not known here.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).find(Boolean) ?? '';
  const fields = fieldsOf(value);
  if (!fields) return '';
  if ('@value' in fields) return typeof fields['@value'] === 'string' ? fields['@value'] : '';
  return (
    Object.entries(fields).flatMap(([tag, text]) =>
      /^[a-z]{2,8}(-|$)/i.test(tag) ? textsOf(text) : [],
    )[0] ?? ''
  );
}

/**
 * Any value of a JSON document as a line of text, to say what stands there. `String` would throw for an object that has
 * a member `toString`.
 */
export function inWords(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (text ?? '').slice(0, 200);
}
