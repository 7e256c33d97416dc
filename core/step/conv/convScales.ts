/** Scales of what a convolution computes: exact for small layers, from a fixed sample of cells for large ones. */
import { unravelIndex } from '../../array/NdArray';
import { pixelAt } from '../../layer/window';
import type { Scale } from '../Frame';
import { scaleBetween } from '../shared/scale';
import type { ConvPlanes } from './ConvPlanes';

export interface GradientScales {
  readonly dX: Scale;
  readonly dW: Scale;
  readonly db: Scale;
}

/** Products that may be computed only to learn a range: all of them where they are this few, else a sample of fewer. */
const mostProducts = 40_000;
const sampledProducts = 16_000;
/** Terms of one long sum that may be. */
const mostTerms = 1_000;

export interface ForwardScales {
  readonly z: Scale;
  readonly products: Scale;
}

/** The range of Z. */
export function outputScale(planes: ConvPlanes): Scale {
  return forwardScales(planes).z;
}

/** The ranges of Z and of the products that it sums. */
export function forwardScales(planes: ConvPlanes): ForwardScales {
  const { batch, rows, cols, outChannels } = planes.geometry;
  const { groupChannels, taps } = planes;
  const cells = batch * rows.outSize * cols.outSize * outChannels;
  const extent = new Extent();
  const products = new Extent();
  for (const cell of sample(cells, groupChannels * taps)) {
    const [i, h, w, c] = unravelIndex([batch, rows.outSize, cols.outSize, outChannels], cell);
    let sum = planes.bias(c);
    for (let groupChannel = 0; groupChannel < groupChannels; groupChannel++) {
      for (let tap = 0; tap < taps; tap++) {
        const value = planes.tapValue(i, h, w, tap, planes.firstChannel(c) + groupChannel);
        const product = value * planes.weight(tap, groupChannel, c);
        products.include(product);
        sum += product;
      }
    }
    extent.include(sum);
  }
  return { z: extent.scale(cells), products: products.scale(cells * groupChannels * taps) };
}

/** The ranges of da_prev_pad, dW and db; partial sums may pass them and then show the scale's end colour. */
export function gradientScales(planes: ConvPlanes): GradientScales {
  const { batch, rows, cols, inChannels, outChannels } = planes.geometry;
  const { groupChannels, taps, input } = planes;
  const pixels = batch * rows.outSize * cols.outSize;
  const dX = new Extent();
  const paddedCells = batch * input.rows * input.cols * inChannels;
  for (const cell of sample(paddedCells, taps * planes.groupFilters)) {
    const [i, row, col, channel] = unravelIndex([batch, input.rows, input.cols, inChannels], cell);
    let sum = 0;
    for (const { h, w, c, tap } of planes.contributions(row, col, channel)) {
      sum += planes.weight(tap, channel % groupChannels, c) * planes.dZ(i, h, w, c);
    }
    dX.include(sum);
  }
  const dW = new Extent();
  for (const cell of sample(taps * groupChannels * outChannels, Math.min(pixels, mostTerms))) {
    const [tap, groupChannel, c] = unravelIndex([taps, groupChannels, outChannels], cell);
    const channel = planes.firstChannel(c) + groupChannel;
    dW.includeSum(pixels, (pixel) => {
      const [i, h, w] = pixelOfBatch(planes, pixel);
      return planes.tapValue(i, h, w, tap, channel) * planes.dZ(i, h, w, c);
    });
  }
  const db = new Extent();
  for (const c of sample(outChannels, Math.min(pixels, mostTerms))) {
    db.includeSum(pixels, (pixel) => planes.dZ(...pixelOfBatch(planes, pixel), c));
  }
  return { dX: dX.scale(paddedCells), dW: dW.scale(), db: db.scale() };
}

function pixelOfBatch({ geometry }: ConvPlanes, pixel: number): [i: number, h: number, w: number] {
  const pixels = geometry.rows.outSize * geometry.cols.outSize;
  const { h, w } = pixelAt(geometry, pixel % pixels);
  return [Math.floor(pixel / pixels), h, w];
}

/** The range of what was included; of a sample, also what lies four standard deviations around its mean. */
class Extent {
  private min = Infinity;
  private max = -Infinity;
  private count = 0;
  private sum = 0;
  private squares = 0;

  include(value: number): void {
    if (!Number.isFinite(value)) return;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    this.count++;
    this.sum += value;
    this.squares += value * value;
  }

  /** A sum of `terms` numbers: itself, or of very many the range in which a sample of them lets it be expected. */
  includeSum(terms: number, term: (index: number) => number): void {
    const part = new Extent();
    for (const index of spread(terms, mostTerms)) part.include(term(index));
    if (part.count === terms) return this.include(part.sum);
    const { mean, deviation } = part;
    const likely = 4 * deviation * Math.sqrt(terms);
    this.include(mean * terms - likely);
    this.include(mean * terms + likely);
  }

  /** `total`: how many numbers there are, where not all of them were included. */
  scale(total = this.count): Scale {
    if (total <= this.count) return scaleBetween(this.min, this.max);
    const { mean, deviation } = this;
    const low = Math.min(this.min, mean - 4 * deviation);
    return scaleBetween(this.min >= 0 ? Math.max(0, low) : low, Math.max(this.max, mean + 4 * deviation));
  }

  private get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }

  private get deviation(): number {
    return this.count === 0 ? 0 : Math.sqrt(Math.max(0, this.squares / this.count - this.mean ** 2));
  }
}

/** All of `cells` numbers where their computation is within the limit, else a sample, spread evenly. */
function sample(cells: number, costOfOne: number): Generator<number> {
  const most = cells * costOfOne <= mostProducts ? cells : Math.floor(sampledProducts / costOfOne);
  return spread(cells, Math.max(1, most));
}

function* spread(count: number, most: number): Generator<number> {
  // Odd, and so rarely a multiple of the number of filters or columns.
  const step = count <= most ? 1 : Math.ceil(count / most) | 1;
  for (let index = 0; index < count; index += step) yield index;
}
