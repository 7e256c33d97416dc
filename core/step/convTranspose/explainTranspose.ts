/** Cells of a transposed convolution, explained as those of its adjoint convolution with the arrays renamed. */
import { msg } from '../../message';
import type { ConvContext } from '../conv/explain/ConvContext';
import { filterGradientReach, inputGradientReach } from '../conv/explain/convGradientReach';
import { filterBox, inputReach, outputReach, productReach, stepOf, weightReach } from '../conv/explain/convReach';
import type { CellRef, Explanation, Span } from '../Frame';
import type { Moment } from '../Operation';
import { cellTitle, findMap, outline } from '../shared/explainPlain';
import { element, line, number, say, text } from '../shared/words/spans';
import { sourceCell } from '../shared/sourceCell';
import { windowBox } from '../shared/stage';
import { renameMaps, type Reach } from '../shared/Reach';
import { transposeBackwardFrame } from './transposeBackward';
import { transposeForwardFrame } from './transposeForward';
import type { TransposeScene } from './TransposeScene';

/** Ids of the adjoint's maps and what they are here. */
const backwardMaps = { x: 'dZ', w: 'w', products: 'products', z: 'dX', dZ: 'x', dW: 'dW' } as const;

export function explainTranspose(scene: TransposeScene, cell: CellRef, moment: Moment): Explanation | undefined {
  const { t, position, view } = moment;
  const channel = scene.visibleChannel(position, view);
  const forward = scene.layer.pass === 'forward';
  const map = findMap(
    (forward ? transposeForwardFrame : transposeBackwardFrame)(scene, t, position, channel),
    cell.map,
  );
  if (!map || cell.row >= map.rows || cell.col >= map.cols) return undefined;
  const maps: Readonly<Record<string, string>> = forward ? forwardMaps(scene, position.tail) : backwardMaps;
  const source = sourceCell(scene.planes.geometry, position, cell);
  const adjointMap = Object.keys(maps).find((id) => maps[id] === source.map);
  const { planes, timeline, adjoint, names } = scene;
  const { x, z, dX, dZ } = names;
  const context: ConvContext = {
    scene: {
      planes,
      timeline,
      layer: adjoint,
      names: forward ? { ...names, dZ: x, dX: z } : { ...names, x: dZ, z: dX, dZ: x },
      factor: (_, value) => number(value),
    },
    cell: { ...source, map: adjointMap ?? source.map },
    position,
    channel,
    granularity: view.granularity,
  };
  const reach = renameMaps((forward ? forwardReach : backwardReach)(scene, context), maps);
  return {
    cell,
    title: cellTitle(map, cell),
    ...reach,
    boxes: { ...reach.boxes, ...outline(source), ...outline(cell) },
  };
}

/** Before the last step of an example every window is added to one map, whether or not it is padded. */
function forwardMaps({ scatteredId }: TransposeScene, tail: boolean): Readonly<Record<string, string>> {
  return { dZ: 'x', w: 'w', dXpad: scatteredId, dX: tail ? 'z' : scatteredId };
}

function forwardReach(scene: TransposeScene, context: ConvContext): Reach {
  switch (context.cell.map) {
    case 'dZ':
      return spreadReach(scene, context);
    case 'w':
      return weightReach(context);
    default:
      return withBias(scene, context, inputGradientReach(context));
  }
}

function backwardReach(_scene: TransposeScene, context: ConvContext): Reach {
  switch (context.cell.map) {
    case 'x':
      return inputReach(context);
    case 'w':
      return weightReach(context);
    case 'products':
      return productReach(context);
    case 'z':
      return outputReach(context);
    case 'dW':
      return filterGradientReach(context);
    default: {
      const { row: h, col: w } = context.cell;
      return { ...spreadBoxes(context, 'x'), lines: [], ...stepsOf(context, h, w) };
    }
  }
}

/** x[h, w]: the cells of Z that it is added to. */
function spreadReach({ planes, names }: TransposeScene, context: ConvContext): Reach {
  const { row: h, col: w } = context.cell;
  return {
    ...spreadBoxes(context, planes.input.padded ? 'dXpad' : 'dX'),
    lines: [
      line(
        say(msg('is added to {0} cell{0||s} of {1}, times the filter', planes.groupChannels * planes.taps, names.z)),
      ),
    ],
    ...stepsOf(context, h, w),
  };
}

function spreadBoxes(context: ConvContext, target: string): Pick<Reach, 'boxes'> {
  const { rows, cols } = context.scene.planes.geometry;
  const { row: h, col: w } = context.cell;
  return { boxes: { [target]: [windowBox(rows, cols, h, w, 'link')], w: [filterBox(context)] } };
}

function stepsOf(context: ConvContext, h: number, w: number): Pick<Reach, 'step' | 'steps'> {
  const { i, c } = context.position;
  const step = stepOf(context, { i, h, w, c });
  return { step, steps: [step] };
}

/** The finished Z has the bias besides the contributions. */
function withBias({ layer, planes, names }: TransposeScene, context: ConvContext, reach: Reach): Reach {
  const { i, c, tail } = context.position;
  if (!layer.b || context.cell.map !== 'dX' || !tail) return reach;
  const { rows, cols } = planes.geometry;
  const channel = planes.firstChannel(c) + context.channel;
  const plane = planes.inputGradient(i, channel, context.position.doneAfter);
  const { row, col } = context.cell;
  const sum = plane[(row + rows.padBefore) * planes.input.cols + col + cols.padBefore]!;
  const bias = layer.b.data[channel]!;
  const spans: Span[] = [number(sum), text(' + '), element(names.b, channel), text(' '), number(bias), text(' = ')];
  return { ...reach, lines: [...reach.lines, line(spans, number(sum + bias, 'result'))] };
}
