/** Stands in for the storage of settings where a bench needs none. */
export const storage = {
  defineItem<T>(_: string, { fallback }: { fallback: T }) {
    return { getValue: async () => fallback, setValue: async () => undefined, watch: () => () => undefined };
  },
};
