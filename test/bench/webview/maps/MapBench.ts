/** What the two pages of the map benchmark have in common: the numbers, the window's way, and the clock. */

/** How a page updates its map: all cells and the window, or the window alone; Plotly by two of its functions. */
export type Way = 'all' | 'all by update' | 'window';

/** `window.bench` of either page. */
export interface MapBench {
  /** Draws a map of size × size cells of `cell` CSS pixels. */
  prepare(size: number, cell: number): Promise<void>;
  /** The mean ms of so many updates, each from the call until the library has nothing more to do; each is drawn. */
  run(way: Way, updates: number): Promise<number>;
}

/** Every update shows the next of so many sets of numbers. */
export const variants = 4;

/** Numbers between −1 and 1 in row-major order. */
export function numbers(size: number, variant: number): Float64Array {
  return Float64Array.from(
    { length: size * size },
    (_, index) => Math.sin(index * 0.37 + variant) * Math.cos((index / size) * 0.11 + 2 * variant),
  );
}

/** The position of the 3 × 3 window after `update` steps in reading order. */
export function windowAt(size: number, update: number): { row: number; col: number } {
  const places = size - 2;
  return { row: Math.floor(update / places) % places, col: update % places };
}

export async function timed(updates: number, update: (index: number) => Promise<void> | void): Promise<number> {
  let sum = 0;
  for (let index = 0; index < updates; index++) {
    const start = performance.now();
    await update(index);
    sum += performance.now() - start;
    await nextFrame();
  }
  return sum / updates;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
