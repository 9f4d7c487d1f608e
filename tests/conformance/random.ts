/** Random choices that one number decides: a run can be had again. */
export interface Random {
  /** A whole number below the bound. */
  below(bound: number): number;
  /** One of them; there must be one. */
  pick<T>(items: readonly T[]): T;
}

/** The seed of a run: the variable SEED, or a new one, which a test must print. */
export function chooseSeed(): number {
  const given = process.env['SEED'];
  return given ? Number(given) : Math.floor(Math.random() * 2 ** 31);
}

/** Mulberry32: enough for tests. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
