/** Input, filter, product and output cells of a convolution: what each is made of and where it goes. */
import { kernelCell, paddedStart, paddedTap, pixelAt, tapCell, type Cell } from '../../../layer/window';
import { msg, type Message } from '../../../message';
import type { Box, Line, LoopPosition, Span } from '../../Frame';
import { element, line, number, say, text } from '../../shared/words/spans';
import { cellBox, kernelBox, windowBox } from '../../shared/stage';
import { sumLines, type Sum } from '../../shared/words/contributions';
import { unique, type Reach } from '../../shared/Reach';
import type { ConvContext } from './ConvContext';
import { usesOf, type Use } from '../../shared/usesOf';

/** Uses that are written out. */
const shownUses = 6;

/** The step at which an output cell is complete. */
export function stepOf({ scene, granularity }: ConvContext, position: LoopPosition): number {
  const { timeline } = scene;
  return timeline.stepOf({ ...position, lastProduct: timeline.productsPerCell - 1, tail: false }, granularity);
}

/** Z[h, w]: the window it comes from, its channels' sums and the bias. */
export function outputReach(context: ConvContext): Reach {
  const { planes, names } = context.scene;
  const { i, c } = context.position;
  const { row: h, col: w } = context.cell;
  const { rows, cols } = planes.geometry;
  const sums = Array.from({ length: planes.groupChannels }, (_, groupChannel) =>
    planes.productPlane(i, h, w, groupChannel, c).reduce((total, product) => total + product, 0),
  );
  const label = (index: number): Span[] => {
    if (index === sums.length) return [text(`${names.b} `, 'dim')];
    return sums.length > 1 ? [say(msg('channel {0}', planes.firstChannel(c) + index)), text(' ')] : [];
  };
  const values = planes.layer.b ? [...sums, planes.bias(c)] : sums;
  const terms: Sum = { values, write: (index) => [...label(index), number(values[index]!)] };
  const step = stepOf(context, { i, h, w, c });
  return {
    boxes: { x: [windowBox(rows, cols, h, w, 'link')], w: [filterBox(context)] },
    lines: sumLines(terms, planes.outputPlane(i, c)[h * cols.outSize + w]),
    step,
    steps: [step],
  };
}

/** One product of the step's window. */
export function productReach(context: ConvContext): Reach {
  const { scene } = context;
  const { planes } = scene;
  const { i, h, w, c } = context.position;
  const tap = context.cell.row * planes.kernelCols + context.cell.col;
  const { row, col } = seenCell(context, h, w, tap);
  const channel = planes.firstChannel(c) + context.channel;
  const value = planes.tapValue(i, h, w, tap, channel);
  const weight = planes.weight(tap, context.channel, c);
  const step = stepOf(context, { i, h, w, c });
  return {
    boxes: {
      x: [cellBox(row, col, 'link')],
      w: [cellBox(context.cell.row, context.cell.col, 'link')],
      z: [cellBox(h, w, 'link')],
    },
    lines: [
      line(
        scene.factor('x', value),
        text(' · '),
        scene.factor('w', weight),
        text(' = '),
        number(value * weight, 'result'),
      ),
    ],
    step,
    steps: [step],
  };
}

/** x[row, col]: every output that uses it, with the weight each uses. */
export function inputReach(context: ConvContext): Reach {
  const { planes, names, layer, timeline } = context.scene;
  const { i, c } = context.position;
  const uses = usesOf(planes.input, planes.geometry, context.cell.row, context.cell.col);
  const target = layer.pass === 'forward' ? 'z' : 'dZ';
  const name = layer.pass === 'forward' ? names.z : names.dZ;
  const written = uses
    .slice(0, shownUses)
    .map(({ h, w, tap }) =>
      line(
        element(name, i, h, w, c),
        text('  '),
        say(
          msg(
            'weight {0}',
            `${names.w}[${kernelIndices(context, tap)}, ${planes.firstChannel(c) + context.channel}, ${c}]`,
          ),
        ),
        text(' = '),
        context.scene.factor('w', planes.weight(tap, context.channel, c)),
      ),
    );
  const steps = uses.map(({ h, w }) => stepOf(context, { i, h, w, c }));
  return {
    boxes: {
      [target]: uses.map(({ h, w }) => cellBox(h, w, 'link')),
      w: uses.map(({ tap }) => kernelBox(planes.geometry, tap, 'link')),
    },
    lines: [
      useCount(uses, timeline.extents.filters),
      ...written,
      ...(uses.length > shownUses ? [line(say(msg('and {0} more', uses.length - shownUses)))] : []),
    ],
    steps: unique(steps),
  };
}

/** W[row, col]: all input cells it is multiplied with. */
export function weightReach(context: ConvContext): Reach {
  const { planes, layer } = context.scene;
  const { rows, cols } = planes.geometry;
  const { i, c } = context.position;
  const box: Box = {
    row: paddedTap(rows, 0, context.cell.row),
    col: paddedTap(cols, 0, context.cell.col),
    rows: paddedStart(rows, rows.outSize - 1) + 1,
    cols: paddedStart(cols, cols.outSize - 1) + 1,
    style: 'link',
    stepRow: rows.stride,
    stepCol: cols.stride,
  };
  const target = layer.pass === 'forward' ? 'x' : planes.input.padded ? 'dXpad' : 'dX';
  const touched = rows.outSize * cols.outSize;
  const steps = Array.from({ length: Math.min(touched, 10_000) }, (_, pixel) =>
    stepOf(context, { i, ...pixelAt(planes.geometry, pixel), c }),
  );
  return {
    boxes: layer.pass === 'forward' ? { x: [box] } : { x: [box], [target]: [box] },
    lines: [
      line(
        say(
          layer.pass === 'forward'
            ? msg('is multiplied with {0} cell{0||s} of each example, one for each output cell', touched)
            : msg('sends gradients to {0} cell{0||s} of each example, one for each output cell', touched),
        ),
      ),
    ],
    steps: unique(steps),
  };
}

/** Where kernel cell `tap` of a window lies on the padded input. */
export function seenCell({ scene }: ConvContext, h: number, w: number, tap: number): Cell {
  return tapCell(scene.planes.geometry, h, w, tap);
}

export function kernelIndices({ scene }: ConvContext, tap: number): string {
  const { row, col } = kernelCell(scene.planes.geometry, tap);
  return `${row}, ${col}`;
}

export function filterBox({ scene }: ConvContext): Box {
  return { row: 0, col: 0, rows: scene.planes.kernelRows, cols: scene.planes.kernelCols, style: 'link' };
}

function useCount(uses: readonly Use[], filters: number): Line {
  if (uses.length === 0) return line(say(msg('no window reaches this cell')));
  return line(say(usedBy(uses.length, filters)));
}

function usedBy(cells: number, filters: number): Message {
  return filters === 1
    ? msg('is used by {0} output cell{0||s}', cells)
    : msg('is used by {0} output cell{0||s} of each of {1} filters', cells, filters);
}
