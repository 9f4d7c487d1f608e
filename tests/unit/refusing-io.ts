import type { Io } from '@/utils/io';

/** An io that answers nothing and writes down who should have been asked. */
export function refusingIo(now = new Date('2026-11-22T12:00:00Z')): Io & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    now: () => now,
    fetch(url) {
      asked.push(String(url));
      return Promise.reject(new TypeError('refused'));
    },
  };
}
