/** A step that adds to a window: gradients of convolutions and poolings, and the transposed convolution. */
import { msg, type Message } from '../../message';
import type { Frame, Line, StageRow } from '../../step/Frame';
import { element, line, say, text } from '../../step/shared/words/spans';
import { glyphs, mapsOf } from '../../step/shared/stage';
import { exampleName } from '../../step/shared/words/names';
import type { TracedWindow } from '../trace/TracedRun';
import type { ComparedArray, Comparison } from './Comparison';
import { grownArray } from './grownArray';
import { activationPlane, biasPlane, resultMaps } from './planes';
import {
  boxOf,
  filterRows,
  inputMaps,
  mapsNamed,
  nameOf,
  otherLines,
  tracedPlace,
  type ComparisonScene,
} from './scene';

export function windowRows(scene: ComparisonScene): readonly StageRow[] {
  const { comparison, base, channel, view } = scene;
  const { loop, main, subject } = comparison;
  const { i, h, w, c } = base.position;
  const bias = wrongBias(comparison);
  const step = comparison.stepOf(comparison.flatOf(i, h, w, c));
  const boxes = {
    own: scene.own ? [boxOf(scene.own, 'yours')] : [],
    layer: [boxOf(comparison.layerWindow(h, w), 'window')],
  };
  const [input] = mapsNamed(base, loop.inputs);
  const grown = view === 'yours' && step?.moment !== undefined;
  const shown = (each: ComparedArray): ComparedArray => (grown ? asGrown(each, scene, step.moment) : each);
  const now = (id: string): Float64Array | undefined =>
    grown ? mapsOf(base.stage).find((map) => map.id === id)?.values : undefined;
  const plane = activationPlane(i, loop.ownChannel ? c : channel);
  const results = bias
    ? resultMaps('', shown(bias), biasPlane(c), view, { own: [], layer: [] }, now('db'))
    : main
      ? resultMaps('', shown(main), plane, view, boxes, grown ? inputGradient(base, comparison) : undefined)
      : [];
  const row: StageRow = {
    id: 'yours',
    title: [say(msg('step {0}', base.t + 1), 'plain'), text(': '), element(input?.title ?? 'dZ', i, h, w, c)],
    aside: [say(bias && grown ? msg('after this step') : asideOf(subject.traced && !bias, grown))],
    items: [...inputMaps({ ...scene, own: undefined }), ...(results.length > 0 ? [glyphs.arrow] : []), ...results],
    lines: [...(bias ? [] : placeLines(scene)), ...otherLines(scene, bias !== undefined)],
  };
  return [row, ...filterRows(scene, shown, now('dW'))];
}

/** The gradient of the bias where it differs and what the windows add to agrees: maps of that would show nothing. */
function wrongBias({ arrays, main }: Comparison): ComparedArray | undefined {
  const bias = arrays.find(({ name, differing }) => name === 'db' && differing > 0);
  if (main?.differing !== 0 || !bias?.actual || !bias.sameShape) return undefined;
  // Of one size whatever its shape is.
  return { ...bias, actual: { ...bias.actual, shape: bias.expected.shape } };
}

/** Where the user's code and the layer add to. */
function placeLines(scene: ComparisonScene): Line[] {
  const { comparison, own, base } = scene;
  const { h, w } = base.position;
  const place = (window: TracedWindow): Message => tracedPlace(comparison, targetName(scene), window);
  return [
    ...(comparison.subject.traced ? [placeLine(msg('yours'), own && place(own))] : []),
    placeLine(msg('layer'), place(comparison.layerWindow(h, w))),
  ];
}

function asideOf(traced: boolean, grown: boolean): Message {
  if (grown) return msg('after this step; solid: the layer, dashed: your code');
  return traced ? msg('final values; solid: the layer, dashed: your code') : msg('final values');
}

/** The array that a step adds to: before its padding is removed, where it has some. */
function targetName({ comparison: { geometry, main } }: ComparisonScene): string {
  const name = main ? nameOf(main) : 'dA_prev';
  return geometry.rows.padBefore > 0 ? `${exampleName(name)}_pad` : name;
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
function asGrown(array: ComparedArray, { comparison }: ComparisonScene, moment: number): ComparedArray {
  const growth = comparison.subject.growth?.find(({ name }) => name === array.name);
  const { actual, expected } = array;
  if (!growth || !actual || actual.data.length !== expected.data.length) return array;
  const { array: grown, known } = grownArray(growth, moment, actual);
  return { ...array, actual: grown, known };
}

function placeLine(who: Message, place: Message | undefined): Line {
  const target = place ? msg('adds to {0}', place) : msg('adds nothing that is known cell by cell');
  return line(say(who, 'plain'), text(' '), say(target));
}
