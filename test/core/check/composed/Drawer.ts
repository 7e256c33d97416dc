/** Random choices from a seed. */
export interface Drawer {
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly shuffle: <T>(items: readonly T[]) => T[];
  readonly whole: (least: number, most: number) => number;
}

export function drawer(seed: number): Drawer {
  let state = (seed * 7919 + 13) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let k = 0; k < 5; k++) next();
  return {
    pick: (items) => items[Math.floor(next() * items.length)]!,
    chance: (share) => next() < share,
    shuffle: (items) => {
      const shuffled = [...items];
      for (let k = shuffled.length - 1; k > 0; k--) {
        const other = Math.floor(next() * (k + 1));
        [shuffled[k], shuffled[other]] = [shuffled[other]!, shuffled[k]!];
      }
      return shuffled;
    },
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
  };
}
