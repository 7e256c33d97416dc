/** The steps of pool_forward: the window, its maximum or its mean, and the cell of A. */
import { kernelCell } from '../../layer/window';
import { msg } from '../../message';
import { growingOutputMap } from '../shared/layerMaps';
import { CellKind, type Box, type Frame, type Line, type MapView, type Span, type StageItem } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { stageRow } from '../shared/words/rows';
import { cellBox, glyphs, kernelBox, map, windowBox, windowsBox } from '../shared/stage';
import { element, foldedList, foldedSum, integer, line, number, say, term, text } from '../shared/words/spans';
import { stepPlace } from '../shared/windowPlace';
import type { WindowCell } from './PoolPlanes';
import type { PoolScene } from './PoolScene';

/** Values of a longer list that are written out. */
const shownValues = 5;

export function poolForwardFrame(scene: PoolScene, t: number, position: StepPosition): Frame {
  const { planes, names } = scene;
  const { i, h, w, c, lastProduct } = position;
  const { rows, cols } = planes.geometry;
  const complete = lastProduct === planes.taps - 1;
  const seen = planes.windowCells(i, h, w, c, lastProduct + 1);
  const value = number(planes.result(i, h, w, c, lastProduct + 1));
  const winners = planes.max ? planes.winners(seen) : [];
  const inInput = winners.map(({ row, col }) => cellBox(row + rows.padBefore, col + cols.padBefore, 'result'));
  const reduce: StageItem = {
    kind: 'glyph',
    glyph: planes.max ? 'max' : 'mean',
    label: planes.max ? msg('the maximum') : msg('the mean'),
  };
  return {
    t,
    stage: [
      stageRow({
        id: 'pool',
        title: `${names.z}[i, h, w, c] = ${planes.max ? 'max' : 'mean'}(a_prev_slice)`,
        aside: stepPlace(planes.geometry, position, names.x),
        items: [
          map(scene.inputMap(i, c, windowBox(rows, cols, h, w, 'window'), ...inInput, ...stepBox(scene, position))),
          glyphs.arrow,
          map(windowMap(scene, position, winners)),
          reduce,
          map(outputMap(scene, position)),
        ],
        lines: [sumLine(scene, position, seen, winners, complete)],
      }),
    ],
    code: scene.loop.state(position, complete ? value : undefined),
    announcement: line(element(names.z, i, h, w, c), text(' = '), value),
    position: { i, h, w, c },
  };
}

/** What all windows of the step cover, where it has several. */
function stepBox({ planes }: PoolScene, position: StepPosition): Box[] {
  const { rows, cols } = position.covered;
  return rows * cols === 1 ? [] : [windowsBox(planes.geometry, position, 'link')];
}

/** The window's own cells; those in the padding are marked so, those not looked at yet are empty. */
function windowMap(scene: PoolScene, position: StepPosition, winners: readonly WindowCell[]): MapView {
  const { planes } = scene;
  const { i, h, w, c, lastProduct } = position;
  const { kernel } = planes.geometry.cols;
  const values = new Float64Array(planes.taps).fill(planes.max ? -Infinity : 0);
  const kinds = new Uint8Array(planes.taps).fill(CellKind.Padding);
  for (const { tap, value } of planes.windowCells(i, h, w, c)) {
    values[tap] = value;
    kinds[tap] = CellKind.Data;
  }
  kinds.fill(CellKind.Empty, lastProduct + 1);
  return {
    id: 'window',
    title: 'a_prev_slice',
    rows: planes.geometry.rows.kernel,
    cols: kernel,
    values,
    cells: kinds,
    scale: scene.scales.x,
    integers: scene.whole.x,
    boxes: winners.map(({ tap }) => kernelBox(planes.geometry, tap, 'result')),
    notes: [],
  };
}

function outputMap({ planes, names, scales, whole }: PoolScene, position: StepPosition): MapView {
  const { i, h, w, c } = position;
  return growingOutputMap({
    name: names.z,
    geometry: planes.geometry,
    scale: scales.x,
    integers: planes.max && whole.x,
    position,
    full: planes.outputPlane(i, c),
    productsPerCell: planes.taps,
    valueAt: (lastProduct) => planes.result(i, h, w, c, lastProduct + 1),
  });
}

/** `A[0, 1, 2, 0] = max(0.07, 0.58) = 0.58  at row 1, column 2` or the sum divided by the number of cells. */
function sumLine(
  scene: PoolScene,
  position: StepPosition,
  seen: readonly WindowCell[],
  winners: readonly WindowCell[],
  complete: boolean,
): Line {
  const { planes, names } = scene;
  const { i, h, w, c, lastProduct } = position;
  const result = number(planes.result(i, h, w, c, lastProduct + 1), complete ? 'result' : 'strong');
  const head: Span[] = complete ? [text(`${names.z}[${i}, ${h}, ${w}, ${c}] = `)] : [say(msg('so far')), text(' ')];
  const values = seen.map((cell) => term(cellRefs(scene, cell), number(cell.value)));
  if (planes.max) {
    const [first] = winners;
    const listed = foldedList(values, shownValues, first ? seen.indexOf(first) : 0);
    const place =
      winners.length > 1
        ? [text('   '), say(msg('{0} cells tie', winners.length))]
        : first
          ? [text('   '), say(msg('row {0}, column {1} of {2}', first.row, first.col, names.x))]
          : [];
    return line(head, text('max('), listed, text(') = '), result, place);
  }
  const divide: Span[] = complete ? [text(' / '), integer(planes.divisor(h, w))] : [];
  const sum = foldedSum(
    values.map((value) => [value]),
    shownValues,
  );
  return line(head, text('('), sum, text(')'), divide, text(' = '), result);
}

function cellRefs({ planes }: PoolScene, { tap, row, col }: WindowCell): { map: string; row: number; col: number }[] {
  const { rows, cols } = planes.geometry;
  return [
    { map: 'x', row: row + rows.padBefore, col: col + cols.padBefore },
    { map: 'window', ...kernelCell(planes.geometry, tap) },
  ];
}
