/** A pooling's cells, explained in both directions through the one mapping. */
import { msg } from '../../message';
import type { CellRef, Explanation, LoopPosition, Span } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import type { WindowCell } from './PoolPlanes';
import type { PoolScene } from './PoolScene';
import { poolBackwardFrame } from './poolBackward';
import { poolForwardFrame } from './poolForward';
import type { Granularity, View } from '../Stepper';
import { element, line, number, say, term, text } from '../shared/words/spans';
import { cellBox, windowBox } from '../shared/stage';
import { sumLines } from '../shared/words/contributions';
import { unique, type Reach } from '../shared/Reach';
import { cellTitle, findMap, outline } from '../shared/explainPlain';
import { usesOf } from '../shared/usesOf';

interface Context {
  readonly scene: PoolScene;
  readonly cell: CellRef;
  readonly position: StepPosition;
  readonly granularity: Granularity;
}

export function explainPool(scene: PoolScene, cell: CellRef, t: number, view: View): Explanation | undefined {
  const position = scene.timeline.position(t, view);
  const forward = scene.layer.pass === 'forward';
  const map = findMap((forward ? poolForwardFrame : poolBackwardFrame)(scene, t, position), cell.map);
  if (!map || cell.row >= map.rows || cell.col >= map.cols) return undefined;
  const reach = reachOf({ scene, cell, position, granularity: view.granularity });
  return { cell, title: cellTitle(map, cell), ...reach, boxes: { ...reach.boxes, ...outline(cell) } };
}

function reachOf(context: Context): Reach {
  const { cell, position, scene } = context;
  switch (cell.map) {
    case 'z':
      return outputReach(context, cell.row, cell.col);
    case 'dZ':
      return gradientReach(context, cell.row, cell.col);
    case 'x':
      return inputReach(context);
    case 'dX':
      return inputGradientReach(context);
    default: {
      const reach =
        scene.layer.pass === 'forward'
          ? outputReach(context, position.h, position.w)
          : gradientReach(context, position.h, position.w);
      return { ...reach, lines: [] };
    }
  }
}

/** A[h, w]: the window it comes from and the cells that made it. */
function outputReach(context: Context, h: number, w: number): Reach {
  const { planes, names } = context.scene;
  const { rows, cols } = planes.geometry;
  const { i, c } = context.position;
  const cells = planes.windowCells(i, h, w, c);
  const result = planes.result(i, h, w, c);
  const step = stepOf(context, { i, h, w, c });
  const winners = planes.max ? planes.winners(cells) : [];
  const sum = {
    values: cells.map(({ value }) => value),
    write: (index: number) => [inputTerm(context, cells[index]!)],
  };
  return {
    boxes: {
      x: [windowBox(rows, cols, h, w, 'link'), ...winners.map((cell) => inputBox(context, cell))],
      z: [cellBox(h, w, 'link')],
    },
    lines: planes.max
      ? [
          line(
            say(msg('the maximum of {0} cell{0||s} of {1}', cells.length, names.x)),
            text(': '),
            number(result, 'result'),
          ),
        ]
      : [
          ...sumLines(sum),
          line(say(msg('divided by {0}', planes.divisor(h, w))), text(' = '), number(result, 'result')),
        ],
    step,
    steps: [step],
  };
}

/** dA[h, w]: the cells it goes to. */
function gradientReach(context: Context, h: number, w: number): Reach {
  const { planes, names } = context.scene;
  const { rows, cols } = planes.geometry;
  const { i, c } = context.position;
  const contributions = planes.contributions(i, h, w, c);
  const step = stepOf(context, { i, h, w, c });
  return {
    boxes: {
      x: [windowBox(rows, cols, h, w, 'link')],
      dX: contributions.map(({ cell }) => cellBox(cell.row, cell.col, 'link')),
    },
    lines: contributions
      .slice(0, 4)
      .map(({ cell, value }) => line(element(names.dX, i, cell.row, cell.col, c), text(' += '), number(value))),
    step,
    steps: [step],
  };
}

/** x[row, col]: every window that contains it, and in which of them it is the maximum. */
function inputReach(context: Context): Reach {
  const { planes, names, layer } = context.scene;
  const { rows, cols } = planes.geometry;
  const { i, c } = context.position;
  const uses = usesOf(planes.input, planes.geometry, context.cell.row, context.cell.col);
  const row = context.cell.row - rows.padBefore;
  const col = context.cell.col - cols.padBefore;
  const wins = uses.filter(({ h, w }) =>
    planes.winners(planes.windowCells(i, h, w, c)).some((winner) => winner.row === row && winner.col === col),
  );
  const name = layer.pass === 'forward' ? names.z : names.dZ;
  const listed = wins.map(({ h, w }) => `${name}[${i}, ${h}, ${w}, ${c}]`).join(', ');
  return {
    boxes: { [layer.pass === 'forward' ? 'z' : 'dZ']: uses.map(({ h, w }) => cellBox(h, w, 'link')) },
    lines: [
      line(say(uses.length === 0 ? msg('no window reaches this cell') : msg('lies in {0} window{0||s}', uses.length))),
      ...(planes.max && uses.length > 0
        ? [line(say(wins.length > 0 ? msg('is the maximum for {0}', listed) : msg('is the maximum of none of them')))]
        : []),
    ],
    steps: unique(uses.map(({ h, w }) => stepOf(context, { i, h, w, c }))),
  };
}

/** dA_prev[row, col]: all that has been added to it so far. */
function inputGradientReach(context: Context): Reach {
  const { planes, names, timeline } = context.scene;
  const { rows, cols } = planes.geometry;
  const { i, c, doneAfter } = context.position;
  const { row, col } = context.cell;
  const uses = usesOf(planes.input, planes.geometry, row + rows.padBefore, col + cols.padBefore);
  const given = uses.flatMap(({ h, w, tap }) => {
    const share = planes.contributions(i, h, w, c).find(({ cell }) => cell.tap === tap);
    return share ? [{ h, w, tap, value: share.value }] : [];
  });
  const done = given.filter(
    ({ h, w, tap }) => timeline.cellIndex({ h, w, c }) * timeline.productsPerCell + tap < doneAfter,
  );
  const write = (index: number): Span[] => {
    const { h, w, value } = done[index]!;
    const origin = text(`${names.dZ}[${i}, ${h}, ${w}, ${c}] `, 'dim');
    return [term([{ map: 'dZ', row: h, col: w }], origin, number(value))];
  };
  return {
    boxes: {
      x: [cellBox(row + rows.padBefore, col + cols.padBefore, 'link')],
      dZ: done.map(({ h, w }) => cellBox(h, w, 'link')),
    },
    lines: sumLines({ values: done.map(({ value }) => value), write }),
    steps: unique(given.map(({ h, w }) => stepOf(context, { i, h, w, c }))),
  };
}

function stepOf({ scene, granularity }: Context, position: LoopPosition): number {
  return scene.timeline.stepOf(
    { ...position, lastProduct: scene.timeline.productsPerCell - 1, tail: false },
    granularity,
  );
}

function inputBox({ scene }: Context, { row, col }: WindowCell): ReturnType<typeof cellBox> {
  const { rows, cols } = scene.planes.geometry;
  return cellBox(row + rows.padBefore, col + cols.padBefore, 'link');
}

function inputTerm(context: Context, cell: WindowCell): ReturnType<typeof term> {
  const { row, col } = inputBox(context, cell);
  return term([{ map: 'x', row, col }], number(cell.value));
}
