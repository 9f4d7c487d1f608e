import { Dexie } from 'dexie';
import { noteLibrary } from '@/utils/library-watch';

/** Milliseconds of quiet after which the library is counted. */
const quietMs = 1500;

/** Notes what the library has soon after each write, whoever wrote; once for a whole import. */
export function watchWrites(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    clearTimeout(timer);
    // A database that cannot be opened says so where it is needed.
    timer = setTimeout(() => void noteLibrary().catch(() => undefined), quietMs);
  };
  Dexie.on('storagemutated', (changed) => {
    const names = Object.keys(changed);
    if (names.some((name) => /\/(badges|accounts|originals)\//.test(name))) note();
  });
  note();
}
