/** The steps of pool_forward: the window, its winner or its mean, and the cell of A. */
import { kernelCell } from '../../layer/window';
import { msg } from '../../message';
import { growingOutputMap } from '../shared/layerMaps';
import { CellKind, type Frame, type Line, type MapView, type Span } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { cellBox, glyphs, kernelBox, map, windowBox } from '../shared/stage';
import { element, foldedSum, integer, line, number, say, term, text } from '../shared/spans';
import { windowWords } from '../shared/windowWords';
import type { WindowCell } from './PoolPlanes';
import type { PoolScene } from './PoolScene';

const shownValues = 9;

export function poolForwardFrame(scene: PoolScene, t: number, position: StepPosition): Frame {
  const { planes, names } = scene;
  const { i, h, w, c, part } = position;
  const { rows, cols } = planes.geometry;
  const complete = part === planes.taps - 1;
  const seen = planes.windowCells(i, h, w, c, part + 1);
  const value = number(planes.result(i, h, w, c, part + 1));
  const winners = planes.max ? planes.winners(seen) : [];
  const inInput = winners.map(({ row, col }) => cellBox(row + rows.padBefore, col + cols.padBefore, 'result'));
  return {
    t,
    stage: [
      [
        map(scene.inputMap(i, c, windowBox(rows, cols, h, w, 'window'), ...inInput)),
        glyphs.arrow,
        map(windowMap(scene, position, winners)),
        { kind: 'glyph', glyph: planes.max ? 'max' : 'mean', label: planes.max ? msg('the maximum') : msg('the mean') },
        map(outputMap(scene, position)),
      ],
    ],
    words: words(scene, position, seen, winners, complete),
    code: scene.loop.state(position, complete ? value : undefined),
    announcement: line(element(names.z, i, h, w, c), text(' = '), value),
    position: { i, h, w, c },
  };
}

/** The window's own cells; those in the padding are marked so, those not looked at yet are empty. */
function windowMap(scene: PoolScene, position: StepPosition, winners: readonly WindowCell[]): MapView {
  const { planes } = scene;
  const { i, h, w, c, part } = position;
  const { kernel } = planes.geometry.cols;
  const values = new Float64Array(planes.taps).fill(planes.max ? -Infinity : 0);
  const kinds = new Uint8Array(planes.taps).fill(CellKind.Padding);
  for (const { tap, value } of planes.windowCells(i, h, w, c)) {
    values[tap] = value;
    kinds[tap] = CellKind.Data;
  }
  kinds.fill(CellKind.Empty, part + 1);
  return {
    id: 'window',
    title: 'a_prev_slice',
    rows: planes.geometry.rows.kernel,
    cols: kernel,
    values,
    cells: kinds,
    scale: scene.scales.x,
    boxes: winners.map(({ tap }) => kernelBox(planes.geometry, tap, 'result')),
    notes: [],
  };
}

function outputMap({ planes, names, scales }: PoolScene, position: StepPosition): MapView {
  const { i, h, w, c } = position;
  return growingOutputMap({
    name: names.z,
    geometry: planes.geometry,
    scale: scales.x,
    position,
    full: planes.outputPlane(i, c),
    parts: planes.taps,
    valueAt: (part) => planes.result(i, h, w, c, part + 1),
  });
}

function words(
  scene: PoolScene,
  position: StepPosition,
  seen: readonly WindowCell[],
  winners: readonly WindowCell[],
  complete: boolean,
): Line[] {
  const { planes, names } = scene;
  const { i, h, w, c, part } = position;
  const result = planes.result(i, h, w, c, part + 1);
  const head: Span[] = complete ? [element(names.z, i, h, w, c), text(' = ')] : [say(msg('so far')), text(' ')];
  const values = seen.map((cell) => [term(cellRefs(scene, cell), number(cell.value))]);
  const first = windowWords(planes.geometry, h, w, names.x);
  if (planes.max) {
    const listed = seen.flatMap((cell, index) =>
      index === seen.length - 1
        ? [term(cellRefs(scene, cell), number(cell.value))]
        : [term(cellRefs(scene, cell), number(cell.value), text(',')), text(' ')],
    );
    const where = winners.map(({ row, col }) => `(${row}, ${col})`).join(', ');
    return [
      first,
      line(head, text('max('), listed, text(') = '), number(result, 'result')),
      ...(winners.length > 0
        ? [
            line(
              winners.length > 1
                ? say(msg('{0} cells tie for the maximum: {1}', winners.length, where))
                : say(msg('the maximum stands at {0} of {1}', where, names.x)),
            ),
          ]
        : []),
    ];
  }
  const sum = seen.reduce((total, { value }) => total + value, 0);
  const divide: Span[] = complete ? [text(' / '), integer(planes.divisor(h, w))] : [];
  return [
    first,
    line(
      head,
      text('('),
      foldedSum(values, shownValues),
      text(')'),
      divide,
      text(' = '),
      number(result, complete ? 'result' : 'strong'),
    ),
    ...(complete ? [line(text('('), number(sum), text(')'), divide, text(' = '), number(result, 'result'))] : []),
  ];
}

function cellRefs({ planes }: PoolScene, { tap, row, col }: WindowCell): { map: string; row: number; col: number }[] {
  const { rows, cols } = planes.geometry;
  return [
    { map: 'x', row: row + rows.padBefore, col: col + cols.padBefore },
    { map: 'window', ...kernelCell(planes.geometry, tap) },
  ];
}
