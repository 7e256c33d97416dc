/** Scales of what a convolution computes: exact for small layers, from a fixed sample of cells for large ones. */
import type { Scale } from '../Frame';
import { indicesOf } from '../address';
import { scaleBetween } from '../scale';
import type { ConvPlanes } from './ConvPlanes';

export interface GradientScales {
  readonly dX: Scale;
  readonly dW: Scale;
  readonly db: Scale;
}

/** Products that may be computed only to learn a range. */
const budget = 40_000;

/** The range of Z. */
export function outputScale(planes: ConvPlanes): Scale {
  const { batch, rows, cols, outChannels } = planes.geometry;
  const { groupChannels, taps } = planes;
  const cells = batch * rows.outSize * cols.outSize * outChannels;
  const extent = new Extent();
  for (const cell of sample(cells, groupChannels * taps)) {
    const [i, h, w, c] = indicesOf([batch, rows.outSize, cols.outSize, outChannels], cell) as [
      number,
      number,
      number,
      number,
    ];
    let sum = planes.bias(c);
    for (let groupChannel = 0; groupChannel < groupChannels; groupChannel++) {
      for (let tap = 0; tap < taps; tap++) {
        sum +=
          planes.tapValue(i, h, w, tap, planes.firstChannel(c) + groupChannel) * planes.weight(tap, groupChannel, c);
      }
    }
    extent.include(sum);
  }
  return extent.scale();
}

/** The ranges of da_prev_pad, dW and db; partial sums may pass them and then show the scale's end colour. */
export function gradientScales(planes: ConvPlanes): GradientScales {
  const { batch, rows, cols, inChannels, outChannels } = planes.geometry;
  const { groupChannels, taps, input } = planes;
  const pixels = batch * rows.outSize * cols.outSize;
  const dX = new Extent();
  const paddedCells = batch * input.rows * input.cols * inChannels;
  for (const cell of sample(paddedCells, taps * planes.groupFilters)) {
    const [i, row, col, channel] = indicesOf([batch, input.rows, input.cols, inChannels], cell) as [
      number,
      number,
      number,
      number,
    ];
    let sum = 0;
    for (const { h, w, c, tap } of planes.contributions(row, col, channel)) {
      sum += planes.weight(tap, channel % groupChannels, c) * planes.dZ(i, h, w, c);
    }
    dX.include(sum);
  }
  const dW = new Extent();
  for (const cell of sample(taps * groupChannels * outChannels, pixels)) {
    const [tap, groupChannel, c] = indicesOf([taps, groupChannels, outChannels], cell) as [number, number, number];
    const channel = planes.firstChannel(c) + groupChannel;
    let sum = 0;
    for (let i = 0; i < batch; i++) {
      for (let h = 0; h < rows.outSize; h++) {
        for (let w = 0; w < cols.outSize; w++) sum += planes.tapValue(i, h, w, tap, channel) * planes.dZ(i, h, w, c);
      }
    }
    dW.include(sum);
  }
  const db = new Extent();
  for (const c of sample(outChannels, pixels)) {
    db.include(planes.biasGradient(batch - 1, c, rows.outSize * cols.outSize * outChannels * groupChannels * taps));
  }
  return { dX: dX.scale(), dW: dW.scale(), db: db.scale() };
}

/** The smallest and the largest finite number seen. */
class Extent {
  private min = Infinity;
  private max = -Infinity;

  include(value: number): void {
    if (value < this.min && value !== -Infinity) this.min = value;
    if (value > this.max && value !== Infinity) this.max = value;
  }

  scale(): Scale {
    return scaleBetween(this.min, this.max);
  }
}

/** All of `cells` numbers where their computation is within the budget, else as many, spread evenly. */
function* sample(cells: number, costOfOne: number): Generator<number> {
  const affordable = Math.max(1, Math.floor(budget / costOfOne));
  // Odd, and so rarely a multiple of the number of filters or columns.
  const step = cells <= affordable ? 1 : Math.ceil(cells / affordable) | 1;
  for (let cell = 0; cell < cells; cell += step) yield cell;
}
