/** The steps of conv_forward: slice ⊙ filter, summed over channels, plus the bias, into one cell of Z. */
import { kernelCell, tapCell } from '../../../layer/window';
import { msg } from '../../../message';
import { growingOutputMap } from '../../shared/layerMaps';
import type { Box, CellRef, Frame, Line, MapView, Span, StageRow } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { stageRow } from '../../shared/words/rows';
import { filledKinds, glyphs, kernelBox, map, windowBox, windowsBox } from '../../shared/stage';
import { element, foldedSum, line, number, plus, say, term, text } from '../../shared/words/spans';
import { stepPlace } from '../../shared/windowPlace';
import { channelSums, type ChannelSums } from '../channelSums';
import { convLadder } from './convLadder';
import type { ConvScene } from '../ConvScene';
import { currentTap } from '../currentTap';
import { outputStrip } from '../filterPlanes';
import { filterRow } from './filterStrip';

/** Products of a sum that are not collapsed. */
const shownTerms = 3;

export function convForwardFrame(scene: ConvScene, t: number, position: StepPosition, channel: number): Frame {
  const { names } = scene;
  const { i, h, w, c } = position;
  const sums = channelSums(scene, position);
  const value = number(sums.total);
  return {
    t,
    stage: convForwardRows(scene, position, channel, sums),
    code: scene.codeState(position, sums.complete ? value : undefined),
    announcement: line(element(names.z, i, h, w, c), text(' = '), value),
    position: { i, h, w, c, channel },
  };
}

/** One channel's products and the sum over all channels; one row where there is one channel. */
function convForwardRows(scene: ConvScene, position: StepPosition, channel: number, sums: ChannelSums): StageRow[] {
  const { planes, names } = scene;
  const { i, h, w, c } = position;
  const input = scene.inputMap(i, planes.firstChannel(c) + channel, ...inputBoxes(scene, position));
  const place = stepPlace(planes.geometry, position, names.x);
  const equation = [
    map(input),
    map(scene.windowMap(input, h, w)),
    glyphs.times,
    map(scene.filterMap(channel, c, currentTap(scene, position))),
    glyphs.equals,
    map(productMap(scene, position, channel, sums)),
  ];
  const output = map(outputMap(scene, position));
  if (planes.groupChannels === 1) {
    const title = msg('window ⊙ filter, summed: one cell of {0}', names.z);
    const lines = [singleLine(scene, position, sums)];
    const items = [...equation, glyphs.arrow, output];
    return [stageRow({ id: 'products', title, aside: place, items, lines }), ...filterRow(scene, position)];
  }
  const first = planes.firstChannel(c);
  const last = first + planes.groupChannels - 1;
  const title = msg('channel {0} of {1}–{2}: window ⊙ filter', first + channel, first, last);
  const ladder = convLadder(scene, position, channel, sums);
  return [
    stageRow({ id: 'products', title, aside: place, items: equation }),
    stageRow({
      id: 'sum',
      title: msg('all channels: the sum'),
      aside: msg('every channel adds to one cell of {0}', names.z),
      items: [{ kind: 'ladder', ladder }, glyphs.arrow, output],
    }),
    ...filterRow(scene, position),
  ];
}

/** The window whose products are shown, and what all windows of the step cover. */
function inputBoxes({ planes }: ConvScene, position: StepPosition): Box[] {
  const { rows, cols } = planes.geometry;
  const { h, w, covered } = position;
  const window = windowBox(rows, cols, h, w, 'window');
  return covered.rows * covered.cols === 1 ? [window] : [window, windowsBox(planes.geometry, position, 'link')];
}

/** Where there are several channels, with the sum that the ladder adds up. */
function productMap(scene: ConvScene, position: StepPosition, channel: number, { sums }: ChannelSums): MapView {
  const { planes } = scene;
  const { i, h, w, c, lastProduct } = position;
  const begun = Math.floor(lastProduct / planes.taps);
  const filled = channel < begun ? planes.taps : channel > begun ? 0 : (lastProduct % planes.taps) + 1;
  const tap = currentTap(scene, position);
  const value = sums[channel];
  return {
    id: 'products',
    title: 'products',
    rows: planes.kernelRows,
    cols: planes.kernelCols,
    values: planes.productPlane(i, h, w, channel, c),
    cells: filledKinds(planes.taps, filled),
    scale: scene.scales.products,
    integers: scene.whole.x && scene.whole.w,
    boxes: tap === undefined ? [] : [kernelBox(planes.geometry, tap, 'result')],
    notes: [],
    ...(planes.groupChannels > 1 && { sum: value === undefined ? {} : { value } }),
  };
}

function outputMap(scene: ConvScene, position: StepPosition): MapView {
  const { planes, names, scales, timeline } = scene;
  const output = growingOutputMap({
    name: names.z,
    geometry: planes.geometry,
    scale: scales.z,
    integers: scene.whole.z,
    position,
    full: planes.outputPlane(position.i, position.c),
    productsPerCell: timeline.productsPerCell,
    valueAt: (lastProduct) => channelSums(scene, { ...position, lastProduct }).total,
  });
  return { ...output, ...outputStrip(scene, position) };
}

/** `Z[0, 1, 2, 0] = 0.07 + … + b 0.31 = −5.96`: the products of the only channel and the bias. */
function singleLine(scene: ConvScene, position: StepPosition, sums: ChannelSums): Line {
  const { planes, names } = scene;
  const { i, h, w, c } = position;
  const terms = productTerms(scene, position, 0, sums.taps);
  const bias = sums.complete && planes.layer.b ? [...plus(planes.bias(c)), text(` (${names.b})`, 'dim')] : [];
  const head = sums.complete ? [text(`${names.z}[${i}, ${h}, ${w}, ${c}] = `)] : [say(msg('so far')), text(' = ')];
  return line(head, foldedSum(terms, shownTerms), bias, text(' = '), number(sums.total, 'result'));
}

function productTerms(scene: ConvScene, { i, h, w, c }: StepPosition, channel: number, count: number): Span[][] {
  const { planes } = scene;
  const absolute = planes.firstChannel(c) + channel;
  return Array.from({ length: count }, (_, tap) => {
    const cells: CellRef[] = [
      { map: 'x', ...tapCell(planes.geometry, h, w, tap) },
      { map: 'w', ...kernelCell(planes.geometry, tap) },
      { map: 'products', ...kernelCell(planes.geometry, tap) },
    ];
    const value = scene.factor('x', planes.tapValue(i, h, w, tap, absolute));
    return [term(cells, value, text(' · '), scene.factor('w', planes.weight(tap, channel, c)))];
  });
}
