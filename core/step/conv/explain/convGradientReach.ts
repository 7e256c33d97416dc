/** Gradient cells of a convolution's backward pass: every contribution so far, in numbers that add up to the cell. */
import { kernelCell, pixelAt } from '../../../layer/window';
import { msg } from '../../../message';
import type { CellRef, Span } from '../../Frame';
import { element, line, number, say, term, text } from '../../shared/words/spans';
import { kernelBox, windowBox } from '../../shared/stage';
import { sumLines } from '../../shared/words/contributions';
import { linkBoxes, unique, type Reach } from '../../shared/Reach';
import type { ConvContext } from './ConvContext';
import { filterBox, kernelIndices, seenCell, stepOf } from './convReach';
import { sameSource } from '../../shared/usesOf';

/** dZ[h, w]: what it is multiplied with and where the products go. */
export function gradientReach(context: ConvContext): Reach {
  const { planes, names } = context.scene;
  const { rows, cols } = planes.geometry;
  const { i, c } = context.position;
  const { row: h, col: w } = context.cell;
  const window = windowBox(rows, cols, h, w, 'link');
  const step = stepOf(context, { i, h, w, c });
  return {
    boxes: {
      x: [window],
      [planes.input.padded ? 'dXpad' : 'dX']: [window],
      w: [filterBox(context)],
      dW: [filterBox(context)],
    },
    lines: [
      line(
        say(
          msg(
            'goes to {0} cell{0||s} of {1}, {2} of {3} and one of {4}',
            planes.groupChannels * planes.taps,
            names.dX,
            planes.groupChannels * planes.taps,
            names.dW,
            names.db,
          ),
        ),
      ),
    ],
    step,
    steps: [step],
  };
}

/** da_prev_pad[row, col] or dA_prev[row, col]: Σ W·dZ over the windows and filters that read the input cell. */
export function inputGradientReach(context: ConvContext): Reach {
  const { planes, names } = context.scene;
  const { i, c, doneAfter } = context.position;
  const channel = planes.firstChannel(c) + context.channel;
  const uses = paddedCells(context).flatMap(({ row, col }) => planes.contributions(row, col, channel));
  const done = uses.filter(({ h, w, c: filter, tap }) => productNumber(context, h, w, filter, tap) < doneAfter);
  const factors = done.map(({ h, w, c: filter, tap }) => ({
    weight: planes.weight(tap, context.channel, filter),
    gradient: planes.dZ(i, h, w, filter),
  }));
  const write = (index: number): Span[] => {
    const { h, w, c: filter, tap } = done[index]!;
    const { weight, gradient } = factors[index]!;
    const cells: CellRef[] = filter === c ? [{ map: 'dZ', row: h, col: w }, kernelRef(context, 'w', tap)] : [];
    const weightName = `${names.w}[${kernelIndices(context, tap)}, ${channel}, ${filter}]`;
    const origin = text(`${weightName}·${names.dZ}[${i}, ${h}, ${w}, ${filter}] `, 'dim');
    return [term(cells, origin, ...product(weight, gradient))];
  };
  const visible = done.filter((use) => use.c === c);
  return {
    boxes: {
      dZ: linkBoxes(visible.map(({ h, w }) => ({ row: h, col: w }))),
      w: visible.map(({ tap }) => kernelBox(planes.geometry, tap, 'link')),
    },
    lines: sumLines({ values: factors.map(({ weight, gradient }) => weight * gradient), write }),
    steps: unique(uses.map(({ h, w, c: filter }) => stepOf(context, { i, h, w, c: filter }))),
  };
}

/** dW[row, col]: Σ a·dZ over all windows of all examples so far. */
export function filterGradientReach(context: ConvContext): Reach {
  const { planes, names } = context.scene;
  const { c, i: current } = context.position;
  const tap = context.cell.row * planes.kernelCols + context.cell.col;
  const channel = planes.firstChannel(c) + context.channel;
  const pixels = pixelsSoFar(context, (h, w) => productNumber(context, h, w, c, tap));
  const factors = pixels.map(({ i, h, w }) => ({
    value: planes.tapValue(i, h, w, tap, channel),
    gradient: planes.dZ(i, h, w, c),
  }));
  const write = (index: number): Span[] => {
    const { i, h, w } = pixels[index]!;
    const { value, gradient } = factors[index]!;
    const cells: CellRef[] =
      i === current
        ? [
            { map: 'x', ...seenCell(context, h, w, tap) },
            { map: 'dZ', row: h, col: w },
          ]
        : [];
    return [term(cells, text(`${names.dZ}[${i}, ${h}, ${w}, ${c}] `, 'dim'), ...product(value, gradient))];
  };
  const visible = pixels.filter(({ i }) => i === current);
  return {
    boxes: {
      x: linkBoxes(visible.map(({ h, w }) => seenCell(context, h, w, tap))),
      dZ: linkBoxes(visible.map(({ h, w }) => ({ row: h, col: w }))),
    },
    lines: sumLines({ values: factors.map(({ value, gradient }) => value * gradient), write }),
    steps: stepsOfFilter(context),
  };
}

/** db: Σ dZ over all windows of all examples so far. */
export function biasGradientReach(context: ConvContext): Reach {
  const { planes, names } = context.scene;
  const { c, i: current } = context.position;
  const { timeline } = context.scene;
  // db is added last, with the cell's last product.
  const pixels = pixelsSoFar(context, (h, w) => (timeline.cellIndex({ h, w, c }) + 1) * timeline.productsPerCell - 1);
  const values = pixels.map(({ i, h, w }) => planes.dZ(i, h, w, c));
  const write = (index: number): Span[] => {
    const { i, h, w } = pixels[index]!;
    const cells: CellRef[] = i === current ? [{ map: 'dZ', row: h, col: w }] : [];
    return [term(cells, element(names.dZ, i, h, w, c), text(' '), number(values[index]!))];
  };
  const visible = pixels.filter(({ i }) => i === current);
  return {
    boxes: { dZ: linkBoxes(visible.map(({ h, w }) => ({ row: h, col: w }))) },
    lines: sumLines({ values, write }),
    steps: stepsOfFilter(context),
  };
}

/** The padded cells that end up in the hovered one: itself, or all that repeat it once the padding is folded back. */
function paddedCells({ scene, cell }: ConvContext): { row: number; col: number }[] {
  if (cell.map !== 'dX' || !scene.planes.input.padded) return [{ row: cell.row, col: cell.col }];
  return sameSource(scene.planes.input, { row: cell.row, col: cell.col });
}

/** The number of a product in the loop of its example. */
function productNumber({ scene, channel }: ConvContext, h: number, w: number, c: number, tap: number): number {
  const { timeline, planes } = scene;
  return timeline.cellIndex({ h, w, c }) * timeline.productsPerCell + channel * planes.taps + tap;
}

/** Every example and window whose product, number `productOf(h, w)` in the loop of its example, has been computed. */
function pixelsSoFar(
  context: ConvContext,
  productOf: (h: number, w: number) => number,
): { i: number; h: number; w: number }[] {
  const { i: current, doneAfter } = context.position;
  const { rows, cols } = context.scene.planes.geometry;
  const found: { i: number; h: number; w: number }[] = [];
  for (let i = 0; i <= current; i++) {
    for (let h = 0; h < rows.outSize; h++) {
      for (let w = 0; w < cols.outSize; w++) {
        if (i < current || productOf(h, w) < doneAfter) found.push({ i, h, w });
      }
    }
  }
  return found;
}

function stepsOfFilter(context: ConvContext): number[] {
  const { rows, cols } = context.scene.planes.geometry;
  const { i, c } = context.position;
  return unique(
    Array.from({ length: rows.outSize * cols.outSize }, (_, pixel) =>
      stepOf(context, { i, ...pixelAt(context.scene.planes.geometry, pixel), c }),
    ),
  );
}

function kernelRef({ scene }: ConvContext, map: string, tap: number): CellRef {
  return { map, ...kernelCell(scene.planes.geometry, tap) };
}

function product(first: number, second: number): Span[] {
  return [number(first), text(' · '), number(second)];
}
