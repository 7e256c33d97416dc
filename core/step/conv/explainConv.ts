/** A convolution's cells, explained in both directions through the one mapping. */
import { convBackwardFrame } from './convBackward';
import { convForwardFrame } from './convForward';
import type { ConvScene } from './ConvScene';
import type { CellRef, Explanation } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import type { Granularity, View } from '../Stepper';
import { biasGradientReach, filterGradientReach, gradientReach, inputGradientReach } from './convGradientReach';
import { inputReach, outputReach, productReach, weightReach } from './convReach';
import { cellTitle, findMap, outline } from '../shared/explainPlain';

/** What a hover knows: the cell, the step and the visible channel of the group. */
export interface ConvContext {
  readonly scene: ConvScene;
  readonly cell: CellRef;
  readonly position: StepPosition;
  readonly channel: number;
  readonly granularity: Granularity;
}

/** What a cell has to do with the others. */
export type Reach = Pick<Explanation, 'boxes' | 'lines' | 'steps' | 'step'>;

export function explainConv(scene: ConvScene, cell: CellRef, t: number, view: View): Explanation | undefined {
  const position = scene.timeline.position(t, view);
  const channel = scene.visibleChannel(position, view);
  const draw = scene.layer.pass === 'forward' ? convForwardFrame : convBackwardFrame;
  const map = findMap(draw(scene, t, position, channel), cell.map);
  if (!map || cell.row >= map.rows || cell.col >= map.cols) return undefined;
  const reach = reachOf({ scene, cell, position, channel, granularity: view.granularity });
  return { cell, title: cellTitle(map, cell), ...reach, boxes: { ...reach.boxes, ...outline(cell) } };
}

function reachOf(context: ConvContext): Reach {
  switch (context.cell.map) {
    case 'z':
      return outputReach(context);
    case 'products':
      return productReach(context);
    case 'x':
      return inputReach(context);
    case 'w':
      return weightReach(context);
    case 'dZ':
      return gradientReach(context);
    case 'dW':
      return filterGradientReach(context);
    case 'db':
      return biasGradientReach(context);
    default:
      return inputGradientReach(context);
  }
}
