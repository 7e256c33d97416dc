/** A convolution's cells, explained in both directions through the one mapping. */
import { convBackwardFrame } from '../backward/convBackward';
import { convForwardFrame } from '../forward/convForward';
import type { ConvScene } from '../ConvScene';
import type { CellRef, Explanation } from '../../Frame';
import type { View } from '../../Stepper';
import { biasGradientReach, filterGradientReach, gradientReach, inputGradientReach } from './convGradientReach';
import { inputReach, outputReach, productReach, weightReach } from './convReach';
import type { Reach } from '../../shared/Reach';
import type { ConvContext } from './ConvContext';
import { filterOf } from '../forward/filterStrip';
import { cellTitle, findMap, outline } from '../../shared/explainPlain';
import { sourceCell } from '../../shared/sourceCell';

export function explainConv(scene: ConvScene, cell: CellRef, t: number, view: View): Explanation | undefined {
  const position = scene.timeline.position(t, view);
  const channel = scene.visibleChannel(position, view);
  const draw = scene.layer.pass === 'forward' ? convForwardFrame : convBackwardFrame;
  const map = findMap(draw(scene, t, position, channel), cell.map);
  if (!map || cell.row >= map.rows || cell.col >= map.cols) return undefined;
  const filter = filterOf(scene, cell);
  const source =
    filter === undefined
      ? sourceCell(scene.planes.geometry, position, cell)
      : { map: 'z', row: position.h, col: position.w };
  const looked = filter === undefined ? position : { ...position, c: filter };
  const reach = reachOf({ scene, cell: source, position: looked, channel, granularity: view.granularity });
  return {
    cell,
    title: cellTitle(map, cell),
    ...reach,
    boxes: { ...reach.boxes, ...outline(source), ...outline(cell) },
  };
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
