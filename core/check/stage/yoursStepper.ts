/** A stepper that shows the user's code next to the layer, one output cell a step. */
import { createStepper } from '../../step/createStepper';
import type { Granularity, Stepper } from '../../step/Stepper';
import type { Comparison } from './Comparison';
import { layerOf } from './layerOf';
import { ownCodeState, ownListing } from './ownCode';
import { yoursFrame, type CompareView } from './yoursFrame';
import { at } from './Comparison';

const GRANULARITY: Granularity = 'window';

export function yoursStepper(comparison: Comparison, compare: CompareView): Stepper {
  const { run } = comparison;
  const base = createStepper(layerOf(run.layerCase));
  const { count } = base.timeline(GRANULARITY);
  const marks = comparison.marks.map((flat) => stepOf(base, comparison, flat));
  return {
    ...base,
    hasMatrix: false,
    listings: [ownListing(run), ...base.listings],
    timeline: () => ({ count, granularity: GRANULARITY, granularities: [GRANULARITY], marks }),
    frame: (t, view) => {
      const frame = base.frame(t, { ...view, granularity: GRANULARITY, matrix: false });
      // The removal of the padding at the end of an example belongs to no output cell.
      if (base.stepAt(frame.position, GRANULARITY) !== t) return frame;
      if (compare !== 'layer') return yoursFrame(comparison, frame, compare, view.channel);
      const { i, h, w, c } = frame.position;
      const value = comparison.backward ? undefined : at(comparison.arrays[0]!.actual ?? NOTHING, [i, h, w, c]);
      return { ...frame, code: ownCodeState(run, comparison.stepOf(comparison.flatOf(i, h, w, c)), value) };
    },
    explain: (cell, t, view) => (compare === 'layer' ? base.explain(cell, t, view) : undefined),
    montage: (map, t, view) => (compare === 'layer' ? base.montage(map, t, view) : undefined),
  };
}

const NOTHING = { shape: [0, 0, 0, 0], data: new Float64Array(0) };

function stepOf(base: Stepper, comparison: Comparison, flat: number): number {
  const [, rows, cols, channels] = comparison.output;
  const c = flat % channels;
  const w = Math.floor(flat / channels) % cols;
  const h = Math.floor(flat / (channels * cols)) % rows;
  const i = Math.floor(flat / (channels * cols * rows));
  return base.stepAt({ i, h, w, c }, GRANULARITY);
}
