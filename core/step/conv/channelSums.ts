/** The sum of one output cell, channel by channel, as far as the step has come. */
import type { StepPosition } from '../shared/LoopTimeline';
import type { ConvScene } from './ConvScene';

export interface ChannelSums {
  /** One sum for each channel of the group that has begun. */
  readonly sums: readonly number[];
  /** Products of the last begun channel that are in its sum. */
  readonly taps: number;
  readonly complete: boolean;
  /** Sum of the products so far, with the bias when the window is complete. */
  readonly total: number;
}

export function channelSums({ planes }: ConvScene, { i, h, w, c, lastProduct }: StepPosition): ChannelSums {
  const { cols } = planes.geometry;
  const sums: number[] = [];
  const begun = Math.floor(lastProduct / planes.taps);
  const taps = (lastProduct % planes.taps) + 1;
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
  const complete = lastProduct === planes.groupChannels * planes.taps - 1;
  return { sums, taps, complete, total: complete ? planes.outputPlane(i, c)[h * cols.outSize + w]! : total };
}

/** Sums of all channels of a window, whatever part of it is done. */
export function allChannelSums(scene: ConvScene, position: StepPosition): readonly number[] {
  return channelSums(scene, { ...position, lastProduct: scene.timeline.productsPerCell - 1 }).sums;
}
