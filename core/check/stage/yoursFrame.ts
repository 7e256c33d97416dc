/** One step of the layer with the user's results for the same output cell. */
import { msg, type Message } from '../../message';
import type { Box, Frame, Line, MapView, StageRow } from '../../step/Frame';
import { element, line, number, say, text } from '../../step/shared/spans';
import { cellBox, glyphs, map, mapsOf } from '../../step/shared/stage';
import type { TracedWindow } from '../trace/TracedRun';
import { at, type ComparedArray, type Comparison } from './Comparison';
import { grownArray } from './grownArray';
import { activationPlane, filterPlane, resultMaps, type CompareView } from './planes';

/** `base`: the layer's own frame of the step; `channel`: the visible input channel. The code state is the base's. */
export function yoursFrame(
  comparison: Comparison,
  base: Frame,
  view: Exclude<CompareView, 'layer'>,
  channel: number,
): Frame {
  const scene = { comparison, base, view, channel, own: ownWindow(comparison, base) };
  return { ...base, stage: comparison.backward ? backwardRows(scene) : [forwardRow(scene)] };
}

/** The user's value of the step's output cell; undefined where it is not known and in the backward pass. */
export function ownValue({ backward, arrays }: Comparison, { position }: Frame): number | undefined {
  const [array] = arrays;
  if (backward || !array?.actual) return undefined;
  const { i, h, w, c } = position;
  const value = at(array.actual, [i, h, w, c]);
  return array.known && Number.isNaN(value) ? undefined : value;
}

interface Scene {
  readonly comparison: Comparison;
  readonly base: Frame;
  readonly view: Exclude<CompareView, 'layer'>;
  readonly channel: number;
  /** The user's window. */
  readonly own: TracedWindow | undefined;
}

function ownWindow(comparison: Comparison, { position: { i, h, w, c } }: Frame): TracedWindow | undefined {
  return comparison.stepOf(comparison.flatOf(i, h, w, c))?.window;
}

function forwardRow(scene: Scene): StageRow {
  const { comparison, base, view } = scene;
  const { i, h, w, c } = base.position;
  const [array] = comparison.arrays;
  const boxes = { own: [cellBox(h, w, 'yours')], layer: [cellBox(h, w, 'result')] };
  const results = array ? resultMaps('', array, activationPlane(i, c), view, boxes) : [];
  const place = placeOf(comparison, comparison.layerWindow(h, w));
  return {
    id: 'yours',
    title: [
      say(msg('step {0}', base.t + 1), 'plain'),
      ...(array ? [text(': '), element(nameOf(array), i, h, w, c)] : []),
    ],
    aside: [say(comparison.subject.traced ? msg('solid: the layer, dashed: your code') : msg('final values'))],
    items: [...inputMap(scene), ...(results.length > 0 ? [glyphs.arrow] : []), ...results],
    lines: array
      ? [
          valueLine(msg('yours'), ownValue(comparison, base), ownOrigin(scene)),
          valueLine(msg('layer'), at(array.expected, [i, h, w, c]), msg('from {0}', place)),
        ]
      : [],
  };
}

/** Where the user's value comes from; undefined where only results are known. */
function ownOrigin({ comparison, own }: Scene): Message | undefined {
  if (!comparison.subject.traced) return undefined;
  return own ? msg('from {0}', placeOf(comparison, own)) : msg('from cells that are not known one by one');
}

function backwardRows(scene: Scene): StageRow[] {
  const { comparison, base, channel, view } = scene;
  const { pooling, traced } = comparison.subject;
  const { i, h, w, c } = base.position;
  const array = comparison.arrays.find(({ name }) => name === 'dA_prev');
  const step = comparison.stepOf(comparison.flatOf(i, h, w, c));
  const filters = comparison.arrays.find(({ name }) => name === 'dW');
  const boxes = {
    own: scene.own ? [boxOf(scene.own, 'yours')] : [],
    layer: [boxOf(comparison.layerWindow(h, w), 'window')],
  };
  const gradient = mapsOf(base.stage).find(({ id }) => id === 'dZ');
  const grown = view === 'yours' && step?.moment !== undefined;
  const shown = (each: ComparedArray): ComparedArray => (grown ? asGrown(each, scene, step.moment) : each);
  const now = grown ? inputGradient(base, comparison) : undefined;
  const results = array
    ? resultMaps('', shown(array), activationPlane(i, pooling ? c : channel), view, boxes, now)
    : [];
  const row: StageRow = {
    id: 'yours',
    title: [
      say(msg('step {0}', base.t + 1), 'plain'),
      text(': '),
      element(gradient?.title ?? (pooling ? 'dA' : 'dZ'), i, h, w, c),
    ],
    aside: [say(asideOf(traced, grown))],
    items: [...(gradient ? [map(gradient), ...(results.length > 0 ? [glyphs.arrow] : [])] : []), ...results],
    lines: [
      ...(traced ? [placeLine(msg('yours'), scene.own && placeOf(comparison, scene.own))] : []),
      placeLine(msg('layer'), placeOf(comparison, comparison.layerWindow(h, w))),
      ...otherLines(comparison),
    ],
  };
  if (!filters) return [row];
  return [
    row,
    {
      id: 'yours-filter',
      title: [element(nameOf(filters), '…', channel, c)],
      aside: [],
      items: resultMaps(
        'dW',
        shown(filters),
        filterPlane(channel, c),
        view,
        { own: [], layer: [] },
        grown ? mapsOf(base.stage).find(({ id }) => id === 'dW')?.values : undefined,
      ),
      lines: [],
    },
  ];
}

function asideOf(traced: boolean, grown: boolean): Message {
  if (grown) return msg('after this step; solid: the layer, dashed: your code');
  return traced ? msg('final values; solid: the layer, dashed: your code') : msg('final values');
}

/** The input's gradient at the layer's own step, without its padding. */
function inputGradient({ stage }: Frame, { geometry }: Comparison): Float64Array | undefined {
  const maps = mapsOf(stage);
  const plain = maps.find(({ id }) => id === 'dX');
  const padded = maps.find(({ id }) => id === 'dXpad');
  if (!padded) return plain?.values;
  const { rows, cols } = geometry;
  const at = (k: number): number =>
    (Math.floor(k / cols.size) + rows.padBefore) * padded.cols + (k % cols.size) + cols.padBefore;
  return Float64Array.from({ length: rows.size * cols.size }, (_, k) => padded.values[at(k)]!);
}

/** The array as the user's code had it after its last write of this step; the array itself where its writes are not known. */
function asGrown(array: ComparedArray, { comparison }: Scene, moment: number): ComparedArray {
  const growth = comparison.subject.growth?.find(({ name }) => name === array.name);
  const { actual, expected } = array;
  if (!growth || !actual || actual.data.length !== expected.data.length) return array;
  const { array: grown, known } = grownArray(growth, moment, actual);
  return { ...array, actual: grown, known };
}

/** dW and db in one line each: how many values differ. */
function otherLines({ arrays }: Comparison): Line[] {
  return arrays
    .filter(({ name, differing }) => name !== 'dA_prev' && differing > 0)
    .map((array) => line(say(msg('{0}: {1} of {2} values differ', nameOf(array), array.differing, array.total))));
}

function inputMap({ base, own, comparison }: Scene) {
  const input: MapView | undefined = mapsOf(base.stage).find(({ id }) => id === 'x');
  if (!input) return [];
  const { rows, cols } = comparison.geometry;
  const padded = own && { ...own, row: own.row + rows.padBefore, col: own.col + cols.padBefore };
  return [map({ ...input, boxes: [...input.boxes, ...(padded ? [boxOf(padded, 'yours')] : [])] })];
}

function nameOf({ title, name }: ComparedArray): string {
  return title ?? name;
}

function boxOf({ row, col, rows, cols }: TracedWindow, style: Box['style']): Box {
  return { row, col, rows, cols, style };
}

/** `yours 4.36 from rows 0–2, columns 1–3 of a_prev_pad`. */
function valueLine(who: Message, value: number | undefined, origin: Message | undefined): Line {
  const shown = value === undefined ? say(msg('no value')) : number(value, 'result');
  return line(say(who, 'plain'), text(' '), shown, ...(origin ? [text(' '), say(origin)] : []));
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
