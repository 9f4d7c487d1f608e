import type { WxtStorageItem } from '#imports';
import { useEffect, useState } from 'preact/hooks';

/** A stored choice, again after every change of it; undefined until it was read. */
export function useSetting<T>(item: WxtStorageItem<T, Record<string, unknown>>): T | undefined {
  const [value, setValue] = useState<{ readonly current: T } | undefined>(undefined);
  useEffect(() => {
    void item.getValue().then((current) => setValue({ current }));
    return item.watch((current) => setValue({ current }));
  }, [item]);
  return value?.current;
}
