/** A stepper that shows the user's results next to the layer's, one output cell a step. */
import type { Frame, StageItem } from '../../step/Frame';
import type { Granularity, Stepper } from '../../step/Stepper';
import type { TracedRun } from '../trace/TracedRun';
import type { Comparison } from './Comparison';
import { ownCodeState, ownListing } from './ownCode';
import { layerValue, ownValue } from './ownValue';
import type { CompareView } from './planes';
import { yoursFrame } from './yoursFrame';

const GRANULARITY: Granularity = 'window';

/** `base`: the layer's own stepper. `run`: the user's code, where it was run. */
export function yoursStepper(base: Stepper, comparison: Comparison, compare: CompareView, run?: TracedRun): Stepper {
  const { count } = base.timeline(GRANULARITY);
  const marks = comparison.marks.map((flat) => stepOf(base, comparison, flat));
  return {
    ...base,
    hasMatrix: false,
    listings: run ? [ownListing(run), ...base.listings] : base.listings,
    timeline: () => ({ count, granularity: GRANULARITY, granularities: [GRANULARITY], marks }),
    frame: (t, view) => {
      const frame = base.frame(t, { ...view, granularity: GRANULARITY, matrix: false });
      // The removal of the padding at the end of an example belongs to no output cell.
      if (base.stepAt(frame.position, GRANULARITY) !== t) return frame;
      const shown = compare === 'layer' ? frame : withoutMontages(yoursFrame(comparison, frame, compare, view.channel));
      if (!run) return shown;
      const { i, h, w, c } = frame.position;
      const flat = comparison.flatOf(i, h, w, c);
      const result = { own: ownValue(comparison, frame), layer: layerValue(comparison, frame) };
      return { ...shown, code: ownCodeState(run, comparison.stepOf(flat), run.repaired?.[flat], result) };
    },
    explain: (cell, t, view) => (compare === 'layer' ? base.explain(cell, t, view) : undefined),
    montage: (map, t, view) => (compare === 'layer' ? base.montage(map, t, view) : undefined),
  };
}

/** The user's results are compared plane by plane. */
function withoutMontages(frame: Frame): Frame {
  const alone = (item: StageItem): StageItem =>
    item.kind === 'map' ? { ...item, map: { ...item.map, hasNoMontage: true } } : item;
  return { ...frame, stage: frame.stage.map((row) => ({ ...row, items: row.items.map(alone) })) };
}

function stepOf(base: Stepper, comparison: Comparison, flat: number): number {
  const [, rows, cols, channels] = comparison.output;
  const c = flat % channels;
  const w = Math.floor(flat / channels) % cols;
  const h = Math.floor(flat / (channels * cols)) % rows;
  const i = Math.floor(flat / (channels * cols * rows));
  return base.stepAt({ i, h, w, c }, GRANULARITY);
}
