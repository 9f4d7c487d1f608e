import * as v from 'valibot';

/** Fields of untrusted records, read loosely: what is odd counts as not there. */
export const text = v.fallback(v.string(), '');
export const textOrNull = v.fallback(v.nullable(v.string()), null);
export const named = v.pipe(v.string(), v.trim(), v.minLength(1));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A list in which entries that do not fit are left out: one odd skill must not cost the badge. */
export function listOf<T>(schema: v.GenericSchema<unknown, T>) {
  const toItem = (item: unknown): T[] => {
    const result = v.safeParse(schema, item);
    return result.success ? [result.output] : [];
  };
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((items) => items.flatMap(toItem)),
    ),
    [],
  );
}

/** A name as it stands, or the `name` of an object. */
export const nameOrNamed = v.union([
  v.string(),
  v.pipe(
    v.object({ name: v.string() }),
    v.transform(({ name }) => name),
  ),
]);

/** An id, as text or as a number. */
export const idOrNull = v.fallback(
  v.nullable(
    v.union([
      v.string(),
      v.pipe(
        v.number(),
        v.transform((id) => String(id)),
      ),
    ]),
  ),
  null,
);
