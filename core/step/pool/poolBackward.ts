/** The steps of pool_backward: mask·dA or the spread share, added to the window of dA_prev. */
import { kernelCell } from '../../layer/window';
import { msg } from '../../message';
import { planeAddress } from '../shared/address';
import { CellKind, type CellRef, type Frame, type Line, type MapView, type Span, type StageItem } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { stageRow } from '../shared/words/rows';
import { cellBox, changesWithin, glyphs, coveredBox, kernelBox, map, windowsBox } from '../shared/stage';
import { changedCellsLine, coversSeveral } from '../shared/words/changedCellsLine';
import { element, integer, line, number, plus, say, term, text } from '../shared/words/spans';
import { stepPlace } from '../shared/windowPlace';
import type { WindowCell } from './PoolPlanes';
import type { PoolScene } from './PoolScene';

export function poolBackwardFrame(scene: PoolScene, t: number, position: StepPosition): Frame {
  const { planes, names } = scene;
  const { i, h, w, c, doneBefore, doneAfter } = position;
  const cells = planes.windowCells(i, h, w, c);
  const before = planes.inputGradient(i, c, doneBefore);
  const after = planes.inputGradient(i, c, doneAfter);
  const touched = planes.contributions(i, h, w, c).map(({ cell }) => cell);
  const gradient = map(scene.gradientMap(i, c, coveredBox(position, 'result')));
  const target = map(targetMap(scene, position, before, after, planes.max ? touched : []));
  const window = windowsBox(planes.geometry, position, 'window');
  const items: StageItem[] = planes.max
    ? [
        map(scene.inputMap(i, c, window)),
        glyphs.arrow,
        map(maskMap(scene, cells, touched)),
        glyphs.dot,
        gradient,
        glyphs.adds,
        target,
      ]
    : [gradient, glyphs.arrow, map(shareMap(scene, position)), glyphs.adds, target];
  return {
    t,
    stage: [
      stageRow({
        id: 'pool',
        title: `${names.dX}[window] += ${planes.max ? 'mask · ' : ''}${names.dZ}[i, h, w, c]${planes.max ? '' : ' / n'}`,
        aside: stepPlace(planes.geometry, position, names.x),
        items,
        lines: updateLines(scene, position, touched, before, after),
      }),
    ],
    code: scene.loop.state(position),
    announcement: line(
      element(names.dZ, i, h, w, c),
      text(' = '),
      number(planes.dA(i, h, w, c)),
      text(' '),
      say(
        planes.max
          ? msg('goes to the maximum of its window in {0}', names.dX)
          : msg('is spread evenly over its window in {0}', names.dX),
      ),
    ),
    position: { i, h, w, c },
  };
}

function maskMap({ planes }: PoolScene, cells: readonly WindowCell[], winners: readonly WindowCell[]): MapView {
  const { kernel } = planes.geometry.cols;
  const values = new Float64Array(planes.taps);
  const kinds = new Uint8Array(planes.taps).fill(CellKind.Padding);
  for (const { tap } of cells) kinds[tap] = CellKind.Data;
  for (const { tap } of winners) values[tap] = 1;
  return {
    id: 'mask',
    title: 'mask',
    rows: planes.geometry.rows.kernel,
    cols: kernel,
    values,
    ...(cells.length < planes.taps ? { cells: kinds } : {}),
    scale: { kind: 'sequential', min: 0, max: 1 },
    integers: true,
    boxes: winners.map(({ tap }) => kernelBox(planes.geometry, tap, 'result')),
    notes: [planes.layer.options.ties === 'first' ? msg('first maximum') : msg('window == max')],
  };
}

function shareMap(scene: PoolScene, { i, h, w, c }: StepPosition): MapView {
  const { planes } = scene;
  const values = new Float64Array(planes.taps);
  const kinds = new Uint8Array(planes.taps).fill(CellKind.Padding);
  for (const { cell, value } of planes.contributions(i, h, w, c)) {
    values[cell.tap] = value;
    kinds[cell.tap] = CellKind.Data;
  }
  return {
    id: 'mask',
    title: 'distribute_value',
    rows: planes.geometry.rows.kernel,
    cols: planes.geometry.cols.kernel,
    values,
    cells: kinds,
    scale: scene.scales.share,
    boxes: [],
    notes: [msg('{0} / {1}', scene.names.dZ, planes.divisor(h, w))],
  };
}

function targetMap(
  scene: PoolScene,
  position: StepPosition,
  before: Float64Array,
  after: Float64Array,
  winners: readonly WindowCell[],
): MapView {
  const { planes, names, layer } = scene;
  const { i, c } = position;
  const { rows, cols } = planes.geometry;
  const window = windowsBox(planes.geometry, position, 'link');
  const top = Math.max(0, window.row - rows.padBefore);
  const left = Math.max(0, window.col - cols.padBefore);
  const box = {
    ...window,
    row: top,
    col: left,
    rows: Math.min(rows.size, window.row - rows.padBefore + window.rows) - top,
    cols: Math.min(cols.size, window.col - cols.padBefore + window.cols) - left,
  };
  return {
    id: 'dX',
    title: names.dX,
    index: `[${i}, …, ${c}]`,
    rows: rows.size,
    cols: cols.size,
    values: after,
    changes: changesWithin(before, after, cols.size),
    scale: scene.scales.dX,
    integers: planes.max && scene.whole.dA,
    boxes: [box, ...winners.map(({ row, col }) => cellBox(row, col, 'result'))],
    notes: [],
    address: planeAddress('dX', names.dX, layer.x.shape, i, c),
  };
}

/** Max: the update of the maxima. Average: the share of a cell and the update of the window. */
function updateLines(
  scene: PoolScene,
  position: StepPosition,
  touched: readonly WindowCell[],
  before: Float64Array,
  after: Float64Array,
): Line[] {
  const { planes, names } = scene;
  const { h, w, lastProduct, doneBefore, doneAfter } = position;
  if (coversSeveral(position)) {
    const changed = changedCellsLine('dX', before, after, planes.geometry.cols.size);
    return [changed ?? noChange(names.dX)];
  }
  const size = doneAfter - doneBefore;
  const single = size <= planes.taps;
  const now =
    size < planes.taps ? touched.filter(({ tap }) => tap > lastProduct - size && tap <= lastProduct) : touched;
  const [shown, ...rest] = now.map((cell) => updateLine(scene, position, cell, before, after, single));
  const update = shown ? folded(shown, rest) : noChange(names.dX);
  return planes.max ? [update] : [shareLine(scene, position, h, w, touched.length), update];
}

/** `dA / n = 1.64 / 4 = 0.41`. */
function shareLine({ planes, names }: PoolScene, { i, c }: StepPosition, h: number, w: number, inside: number): Line {
  const gradient = planes.dA(i, h, w, c);
  const divisor = planes.divisor(h, w);
  const outside =
    inside < divisor ? [text('   '), say(msg('{0} of {1} shares fall on the padding', divisor - inside, divisor))] : [];
  return line(
    text(`${names.dZ} / n = `),
    term([{ map: 'dZ', row: h, col: w }], number(gradient)),
    text(' / '),
    integer(divisor),
    text(' = '),
    number(gradient / divisor, 'strong'),
    outside,
  );
}

/** `[1, 2]: 0.80 + 1 · −0.33 = 0.47`. */
function updateLine(
  scene: PoolScene,
  { i, h, w, c }: StepPosition,
  cell: WindowCell,
  before: Float64Array,
  after: Float64Array,
  single: boolean,
): Line {
  const { planes } = scene;
  const { cols } = planes.geometry;
  const index = cell.row * cols.size + cell.col;
  const kernel = kernelCell(planes.geometry, cell.tap);
  const cells: CellRef[] = [
    { map: 'dX', row: cell.row, col: cell.col },
    { map: 'mask', ...kernel },
    { map: 'dZ', row: h, col: w },
  ];
  const gradient = planes.dA(i, h, w, c);
  const added: Span[] = planes.max
    ? [text(' + '), integer(1), text(' · '), number(gradient)]
    : plus(gradient / planes.divisor(h, w));
  return line(
    text(`[${cell.row}, ${cell.col}]: `, 'dim'),
    term(cells, number(before[index]!), ...(single ? added : [])),
    text(single ? ' = ' : ' → '),
    number(after[index]!, 'result'),
  );
}

/** The first update, the others collapsed. */
function folded(first: Line, rest: readonly Line[]): Line {
  if (rest.length === 0) return first;
  const label = msg('{0} more cell{0||s}', rest.length);
  const spans = rest.flatMap((each, index) => (index === 0 ? each.spans : [text(';   '), ...each.spans]));
  return line(first.spans, text('   '), { kind: 'fold', summary: [say(label)], spans });
}

/** The empty text tells that it is in the place of an equation: it has the same height. */
function noChange(name: string): Line {
  return line(text(''), say(msg('no cell of {0} changes', name)));
}
