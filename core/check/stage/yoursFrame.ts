/** One step of the layer with the user's results next to the layer's. */
import type { Frame, StageRow } from '../../step/Frame';
import { cellRows } from './cellRows';
import type { Comparison } from './Comparison';
import { exampleRows } from './exampleRows';
import type { CompareView } from './planes';
import type { ComparisonScene } from './scene';
import { windowRows } from './windowRows';

/** `base`: the layer's own frame of the step; `channel`: the visible input channel. The code state is the base's. */
export function yoursFrame(
  comparison: Comparison,
  base: Frame,
  view: Exclude<CompareView, 'layer'>,
  channel: number,
): Frame {
  const { i, h, w, c } = base.position;
  const own = comparison.stepOf(comparison.flatOf(i, h, w, c))?.window;
  return { ...base, stage: rowsOf({ comparison, base, view, channel, own }) };
}

function rowsOf(scene: ComparisonScene): readonly StageRow[] {
  switch (scene.comparison.loop.gives) {
    case 'cell':
      return cellRows(scene);
    case 'window':
      return windowRows(scene);
    case 'example':
      return exampleRows(scene);
  }
}
