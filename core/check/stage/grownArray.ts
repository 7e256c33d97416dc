/** The user's gradient after a write of the run. Cells that the code has not written by then are not known. */
import type { NdArray } from '../../array/NdArray';
import type { Growth } from '../trace/TracedRun';

export interface GrownArray {
  readonly array: NdArray;
  /** 1 for every cell that is known. */
  readonly known: Uint8Array;
}

/** Writes between two states that are kept. */
const apart = 200;

const kept = new WeakMap<Growth, { moment: number; state: GrownArray }[]>();

/** A pure function; states are kept to save time. `final`: the result that the function returned. */
export function grownArray(growth: Growth, moment: number, final: NdArray): GrownArray {
  const states = kept.get(growth) ?? [{ moment: -1, state: start(growth, final) }];
  kept.set(growth, states);
  const base = states.filter((each) => each.moment <= moment).at(-1)!;
  const data = Float64Array.from(base.state.array.data);
  const known = base.state.known.slice();
  let applied = 0;
  for (const write of growth.writes) {
    if (write.moment <= base.moment) continue;
    if (write.moment > moment) break;
    write.cells.forEach((cell, k) => {
      if (cell < 0) return;
      data[cell] = write.values[k]!;
      known[cell] = 1;
    });
    applied += 1;
  }
  const state = { array: { shape: final.shape, data }, known };
  if (applied >= apart && base === states.at(-1)) states.push({ moment, state });
  return state;
}

/** Cells that are never written keep what they have from the beginning. */
function start({ writes }: Growth, { shape, data }: NdArray): GrownArray {
  const known = new Uint8Array(data.length).fill(1);
  for (const { cells } of writes) for (const cell of cells) if (cell >= 0) known[cell] = 0;
  return { array: { shape, data: Float64Array.from(data, (value, k) => (known[k] === 1 ? value : 0)) }, known };
}
