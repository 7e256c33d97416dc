/** The steps of conv_forward: slice ⊙ filter, summed over channels, plus the bias, into one cell of Z. */
import { kernelCell, tapCell } from '../../layer/window';
import { msg, type Message } from '../../message';
import { growingOutputMap } from '../shared/layerMaps';
import type { CellRef, Frame, Line, MapView, Span, StageGroup } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import { filledKinds, glyphs, kernelBox, map, windowBox } from '../shared/stage';
import { element, foldedSum, line, number, plus, say, term, text } from '../shared/spans';
import { windowWords } from '../shared/windowWords';
import type { ConvScene } from './ConvScene';
import { currentTap } from './currentTap';

/** How many products of a sum are shown before the fold. */
const shownTerms = 4;

export function convForwardFrame(scene: ConvScene, t: number, position: StepPosition, channel: number): Frame {
  const { planes, names } = scene;
  const { i, h, w, c } = position;
  const sums = channelSums(scene, position);
  const value = number(sums.total);
  const window = windowBox(planes.geometry.rows, planes.geometry.cols, h, w, 'window');
  const stage: StageGroup = [
    map(scene.inputMap(i, planes.firstChannel(c) + channel, window)),
    glyphs.times,
    map(scene.filterMap(channel, c, currentTap(scene, position))),
    glyphs.equals,
    map(productMap(scene, position, channel)),
    glyphs.arrow,
    map(outputMap(scene, position)),
  ];
  return {
    t,
    stage: [stage],
    words: words(scene, position, channel, sums),
    code: scene.codeState(position, sums.complete ? value : undefined),
    announcement: line(element(names.z, i, h, w, c), text(' = '), value),
    position: { i, h, w, c },
  };
}

interface ChannelSums {
  /** One sum for each channel of the group that has begun. */
  readonly sums: readonly number[];
  /** Products of the last begun channel that are in its sum. */
  readonly taps: number;
  readonly complete: boolean;
  /** Sum of what is there, with the bias when the window is complete. */
  readonly total: number;
}

function channelSums({ planes }: ConvScene, { i, h, w, c, part }: StepPosition): ChannelSums {
  const { cols } = planes.geometry;
  const sums: number[] = [];
  const begun = Math.floor(part / planes.taps);
  const taps = (part % planes.taps) + 1;
  let total = 0;
  for (let groupChannel = 0; groupChannel <= begun; groupChannel++) {
    const products = planes.productPlane(i, h, w, groupChannel, c);
    const count = groupChannel === begun ? taps : planes.taps;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      sum += products[tap]!;
      total += products[tap]!;
    }
    sums.push(sum);
  }
  const complete = part === planes.groupChannels * planes.taps - 1;
  return { sums, taps, complete, total: complete ? planes.outputPlane(i, c)[h * cols.outSize + w]! : total };
}

function productMap(scene: ConvScene, position: StepPosition, channel: number): MapView {
  const { planes } = scene;
  const { i, h, w, c, part } = position;
  const begun = Math.floor(part / planes.taps);
  const filled = channel < begun ? planes.taps : channel > begun ? 0 : (part % planes.taps) + 1;
  const tap = currentTap(scene, position);
  const notes: Message[] =
    planes.groupChannels > 1 ? [msg('channel {0}; the sum runs over {1}', channel, planes.groupChannels)] : [];
  return {
    id: 'products',
    title: 'products',
    rows: planes.kernelRows,
    cols: planes.kernelCols,
    values: planes.productPlane(i, h, w, channel, c),
    cells: filledKinds(planes.taps, filled),
    scale: scene.scales.products,
    boxes: tap === undefined ? [] : [kernelBox(planes.geometry, tap, 'result')],
    notes,
  };
}

function outputMap(scene: ConvScene, position: StepPosition): MapView {
  const { planes, names, scales, timeline } = scene;
  return growingOutputMap({
    name: names.z,
    geometry: planes.geometry,
    scale: scales.z,
    position,
    full: planes.outputPlane(position.i, position.c),
    parts: timeline.parts,
    valueAt: (part) => channelSums(scene, { ...position, part }).total,
  });
}

function words(scene: ConvScene, position: StepPosition, channel: number, sums: ChannelSums): Line[] {
  const { planes, names } = scene;
  const { i, h, w, c } = position;
  const last = sums.sums.length - 1;
  const visible = Math.min(channel, last);
  const lines = [windowWords(planes.geometry, h, w, names.x)];
  const terms = productTerms(scene, position, visible, visible === last ? sums.taps : planes.taps);
  lines.push(
    line(
      planes.groupChannels > 1 ? [say(msg('channel {0}', planes.firstChannel(c) + visible)), text('  ')] : [],
      foldedSum(terms, shownTerms),
      text(' = '),
      number(sums.sums[visible]!, 'strong'),
    ),
  );
  const result = sums.complete ? element(names.z, i, h, w, c) : say(msg('so far'));
  const bias =
    sums.complete && planes.layer.b ? [text(' + '), text(names.b, 'dim'), text(' '), number(planes.bias(c))] : [];
  // One sum without a bias is the result itself.
  const addends = sums.sums.length + bias.length > 1 ? [...joined(sums.sums), ...bias, text(' = ')] : [];
  lines.push(line(result, text(' = '), addends, number(sums.total, 'result')));
  return lines;
}

/** The channels' sums; where there are many, all but the first few as one number that unfolds. */
function joined(sums: readonly number[]): Span[] {
  const pieces = sums.map((sum, index) => (index === 0 ? [number(sum)] : plus(sum)));
  if (pieces.length <= shownTerms) return pieces.flat();
  const rest = sums.slice(shownTerms - 1).reduce((total, sum) => total + sum, 0);
  return [
    ...pieces.slice(0, shownTerms - 1).flat(),
    {
      kind: 'fold',
      summary: [...plus(rest), text(' '), say(msg('({0} more channels)', sums.length - shownTerms + 1))],
      spans: pieces.slice(shownTerms - 1).flat(),
    },
  ];
}

function productTerms({ planes }: ConvScene, { i, h, w, c }: StepPosition, channel: number, count: number): Span[][] {
  const plane = planes.input.plane(i, planes.firstChannel(c) + channel);
  return Array.from({ length: count }, (_, tap) => {
    const index = planes.tapIndex(h, w, tap);
    const cells: CellRef[] = [
      { map: 'x', ...tapCell(planes.geometry, h, w, tap) },
      { map: 'w', ...kernelCell(planes.geometry, tap) },
      { map: 'products', ...kernelCell(planes.geometry, tap) },
    ];
    return [term(cells, number(plane[index]!), text(' · '), number(planes.weight(tap, channel, c)))];
  });
}
