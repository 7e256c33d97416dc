/** One step of the layer with what the user's code did for the same output cell. */
import { msg, type Message } from '../../message';
import type { Box, Frame, Line, MapView, Scale, StageRow } from '../../step/Frame';
import { element, line, number, say, text } from '../../step/shared/spans';
import { cellBox, glyphs, map, mapsOf } from '../../step/shared/stage';
import { scaleOf } from '../../step/shared/scale';
import type { NdArray } from '../../array/NdArray';
import type { TracedWindow } from '../trace/TracedRun';
import { at, type ComparedArray, type Comparison } from './Comparison';
import { ownCodeState } from './ownCode';

export type CompareView = 'layer' | 'yours' | 'difference';

/** `base`: the layer's own frame of the step; `channel`: the visible input channel. */
export function yoursFrame(
  comparison: Comparison,
  base: Frame,
  view: Exclude<CompareView, 'layer'>,
  channel: number,
): Frame {
  const { i, h, w, c } = base.position;
  const flat = comparison.flatOf(i, h, w, c);
  const own = comparison.stepOf(flat);
  const scene = { comparison, base, view, channel, own: own?.window };
  const value = comparison.backward ? undefined : at(comparison.arrays[0]!.actual ?? EMPTY, [i, h, w, c]);
  return {
    ...base,
    stage: [comparison.backward ? backwardRow(scene) : forwardRow(scene, value)],
    code: ownCodeState(comparison.run, own, value),
  };
}

interface Scene {
  readonly comparison: Comparison;
  readonly base: Frame;
  readonly view: 'yours' | 'difference';
  readonly channel: number;
  /** The user's window. */
  readonly own: TracedWindow | undefined;
}

const EMPTY: NdArray = { shape: [0, 0, 0, 0], data: new Float64Array(0) };

function forwardRow(scene: Scene, value: number | undefined): StageRow {
  const { comparison, base } = scene;
  const { i, h, w, c } = base.position;
  const array = comparison.arrays[0]!;
  const layer = at(array.expected, [i, h, w, c])!;
  const cell: Box[] = [cellBox(h, w, 'result')];
  const ownCell: Box[] = [cellBox(h, w, 'yours')];
  return {
    id: 'yours',
    title: [say(msg('step {0}', base.t + 1), 'plain'), text(': '), element(array.name, i, h, w, c)],
    aside: [say(msg('solid: the layer, dashed: your code'))],
    items: [map(inputMap(scene)), glyphs.arrow, ...resultMaps(scene, array, i, c, ownCell, cell)],
    lines: [
      valueLine(msg('yours'), value, scene.own && placeOf(comparison, scene.own)),
      valueLine(msg('layer'), layer, placeOf(comparison, comparison.layerWindow(h, w))),
    ],
  };
}

function backwardRow(scene: Scene): StageRow {
  const { comparison, base, channel } = scene;
  const { i, h, w, c } = base.position;
  const array = comparison.arrays.find(({ name }) => name === 'dA_prev')!;
  const plane = comparison.run.layerCase.w ? channel : c;
  const window = boxOf(comparison.layerWindow(h, w), 'window');
  const own = scene.own ? [boxOf(scene.own, 'yours')] : [];
  const name = comparison.run.layerCase.w ? 'dZ' : 'dA';
  const gradient = mapsOf(base.stage).find(({ id }) => id === 'dZ');
  return {
    id: 'yours',
    title: [say(msg('step {0}', base.t + 1), 'plain'), text(': '), element(name, i, h, w, c)],
    aside: [say(msg('final values; solid: the layer, dashed: your code'))],
    items: [...(gradient ? [map(gradient), glyphs.arrow] : []), ...resultMaps(scene, array, i, plane, own, [window])],
    lines: [
      placeLine(msg('yours'), scene.own && placeOf(comparison, scene.own)),
      placeLine(msg('layer'), placeOf(comparison, comparison.layerWindow(h, w))),
      ...otherLines(comparison),
    ],
  };
}

/** dW and db in one line each: how many values differ. */
function otherLines({ arrays }: Comparison): Line[] {
  return arrays
    .filter(({ name, differing }) => name !== 'dA_prev' && differing > 0)
    .map(({ name, differing, total }) => line(say(msg('{0}: {1} of {2} values differ', name, differing, total))));
}

function inputMap({ base, own, comparison }: Scene): MapView {
  const input = mapsOf(base.stage).find(({ id }) => id === 'x')!;
  const { rows, cols } = comparison.geometry;
  const padded = own && { ...own, row: own.row + rows.padBefore, col: own.col + cols.padBefore };
  return { ...input, boxes: [...input.boxes, ...(padded ? [boxOf(padded, 'yours')] : [])] };
}

function resultMaps(
  { view }: Scene,
  array: ComparedArray,
  i: number,
  c: number,
  own: readonly Box[],
  layer: readonly Box[],
) {
  const scale = scaleOf(array.expected.data);
  const { name, actual, expected } = array;
  const yours = actual && planeMap('yours', `${name}, yours`, actual, i, c, scale, own);
  const right = planeMap('layer', `${name}, layer`, expected, i, c, scale, layer);
  if (view === 'yours') return [...(yours ? [map(yours)] : []), map(right)];
  const difference = actual && differenceMap(array, i, c, [...own, ...layer]);
  return [...(yours ? [map(yours)] : []), map(right), ...(difference ? [glyphs.arrow, map(difference)] : [])];
}

function planeMap(
  id: string,
  title: string,
  array: NdArray,
  i: number,
  c: number,
  scale: Scale,
  boxes: readonly Box[],
): MapView {
  const [, rows = 1, cols = 1] = array.shape;
  const values = new Float64Array(rows * cols);
  for (let k = 0; k < values.length; k++) {
    values[k] = at(array, [i, Math.floor(k / cols), k % cols, c]) ?? NaN;
  }
  return {
    id,
    title,
    index: `[${i}, …, ${c}]`,
    rows,
    cols,
    values,
    scale,
    boxes: within(boxes, rows, cols),
    notes: [],
  };
}

/** Yours − layer; cells that one of them lacks are NaN. */
function differenceMap(
  { name, actual, expected }: ComparedArray,
  i: number,
  c: number,
  boxes: readonly Box[],
): MapView {
  const own = planeMap('difference', `${name}, yours − layer`, actual!, i, c, scaleOf(expected.data), boxes);
  const layer = planeMap('', '', expected, i, c, own.scale, []);
  const values = layer.values.map((value, k) => {
    const row = Math.floor(k / layer.cols);
    const col = k % layer.cols;
    return row < own.rows && col < own.cols ? own.values[row * own.cols + col]! - value : NaN;
  });
  return { ...own, rows: layer.rows, cols: layer.cols, values, scale: differenceScale(actual!, expected) };
}

function differenceScale(actual: NdArray, expected: NdArray): Scale {
  const same = actual.data.length === expected.data.length;
  return scaleOf(same ? Float64Array.from(expected.data, (value, k) => actual.data[k]! - value) : expected.data);
}

/** Boxes clipped to a map. */
function within(boxes: readonly Box[], rows: number, cols: number): Box[] {
  return boxes.flatMap((box): Box[] => {
    const row = Math.max(0, box.row);
    const col = Math.max(0, box.col);
    const down = Math.min(rows, box.row + box.rows) - row;
    const across = Math.min(cols, box.col + box.cols) - col;
    return down > 0 && across > 0 ? [{ ...box, row, col, rows: down, cols: across }] : [];
  });
}

function boxOf({ row, col, rows, cols }: TracedWindow, style: Box['style']): Box {
  return { row, col, rows, cols, style };
}

/** `yours 4.36 from rows 0–2, columns 1–3 of a_prev_pad`. */
function valueLine(who: Message, value: number | undefined, place: Message | undefined): Line {
  const shown = value === undefined ? say(msg('no value')) : number(value, 'result');
  const origin = place ? msg('from {0}', place) : msg('from cells that are not known one by one');
  return line(say(who, 'plain'), text(' '), shown, text(' '), say(origin));
}

function placeLine(who: Message, place: Message | undefined): Line {
  const target = place ? msg('adds to {0}', place) : msg('adds nothing that is known cell by cell');
  return line(say(who, 'plain'), text(' '), say(target));
}

/** Rows and columns as the course counts them: in the padded array where there is padding. */
function placeOf({ geometry, backward }: Comparison, { row, col, rows, cols }: TracedWindow): Message {
  const top = row + geometry.rows.padBefore;
  const left = col + geometry.cols.padBefore;
  const padded = geometry.rows.padBefore > 0;
  const name = backward ? (padded ? 'da_prev_pad' : 'dA_prev') : padded ? 'a_prev_pad' : 'A_prev';
  return msg('rows {0}–{1}, columns {2}–{3} of {4}', top, top + rows - 1, left, left + cols - 1, name);
}
