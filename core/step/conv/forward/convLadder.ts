/** The sum of a convolution's output cell as a ladder: one row per channel, then the bias and the total. */
import { msg, type Message } from '../../../message';
import type { Ladder, LadderRow, SmallMap } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { element } from '../../shared/words/spans';
import { allChannelSums, type ChannelSums } from '../channelSums';
import type { ConvScene } from '../ConvScene';

/** Rows for channels; more channels than this are shown as ranges before and after the selected one. */
const mostRows = 6;

export function convLadder(scene: ConvScene, position: StepPosition, channel: number, sums: ChannelSums): Ladder {
  const { planes, names, layer } = scene;
  const { i, h, w, c } = position;
  const rows: LadderRow[] = [];
  let total = 0;
  for (const range of channelRanges(planes.groupChannels, channel)) {
    const values = sums.sums.slice(range.first, range.last + 1);
    const value = values.reduce((sum, each) => sum + each, 0);
    const single = range.first === range.last;
    rows.push({
      label: rangeLabel(planes.firstChannel(c), range),
      ...(single ? { channel: range.first, ...smallMaps(scene, position, range.first) } : {}),
      ...(values.length > 0 ? { sum: { from: total, to: total + value, value } } : {}),
      selected: range.first <= channel && channel <= range.last,
    });
    total += value;
  }
  if (layer.b) {
    const value = planes.bias(c);
    const sum = sums.complete ? { sum: { from: total, to: total + value, value } } : {};
    rows.push({ label: msg('bias {0}', names.b), ...sum, selected: false });
  }
  return { rows, total: { label: [element(names.z, i, h, w, c)], value: sums.total }, ...sumRange(scene, position) };
}

/** Range of the running sums of a window, the same for all its parts. */
function sumRange(scene: ConvScene, position: StepPosition): { min: number; max: number } {
  let [sum, min, max] = [0, 0, 0];
  for (const addend of [...allChannelSums(scene, position), scene.planes.bias(position.c)]) {
    sum += addend;
    if (!Number.isFinite(sum)) break;
    min = Math.min(min, sum);
    max = Math.max(max, sum);
  }
  return { min, max };
}

interface ChannelRange {
  readonly first: number;
  readonly last: number;
}

/** All channels one by one, or the selected one and its neighbours between two ranges: always the same number of rows. */
function channelRanges(count: number, selected: number): ChannelRange[] {
  const one = (first: number): ChannelRange => ({ first, last: first });
  if (count <= mostRows) return Array.from({ length: count }, (_, channel) => one(channel));
  const shown = mostRows - 2;
  const start = Math.max(1, Math.min(count - 1 - shown, selected - 1));
  return [
    { first: 0, last: start - 1 },
    ...Array.from({ length: shown }, (_, offset) => one(start + offset)),
    { first: start + shown, last: count - 1 },
  ];
}

function rangeLabel(firstChannel: number, { first, last }: ChannelRange): Message {
  if (first === last) return msg('channel {0}', firstChannel + first);
  return msg('channels {0}–{1}', firstChannel + first, firstChannel + last);
}

function smallMaps(
  { planes, scales, whole }: ConvScene,
  { i, h, w, c }: StepPosition,
  groupChannel: number,
): { window: SmallMap; filter: SmallMap } {
  const channel = planes.firstChannel(c) + groupChannel;
  const size = { rows: planes.kernelRows, cols: planes.kernelCols };
  return {
    window: {
      ...size,
      values: Float32Array.from({ length: planes.taps }, (_, tap) => planes.tapValue(i, h, w, tap, channel)),
      scale: scales.x,
      ...(whole.x && { integers: true }),
    },
    filter: {
      ...size,
      values: Float32Array.from(planes.filterPlane(groupChannel, c)),
      scale: scales.w,
      ...(whole.w && { integers: true }),
    },
  };
}
