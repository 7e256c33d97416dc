/** Colour scales that stay the same over all steps of a layer. */
import type { FloatData } from '../../array/NdArray';
import type { Scale } from '../Frame';

const niceFactors = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Largest array whose range comes from all numbers; of a larger one, `blocks` pieces spread over it are used. */
const mostNumbers = 2 ** 20;
const blocks = 256;
const blockLength = 1024;

type Extent = readonly [min: number, max: number];

/**
 * Covers every finite number of `data`, of more than 2^20 numbers those of a fixed sample (the others may show the scale's end
 * colour): symmetric about 0 when there is a negative one.
 */
export function scaleOf(data: FloatData): Scale {
  const count = data.length <= mostNumbers ? 1 : blocks;
  const length = count === 1 ? data.length : blockLength;
  let [min, max] = [Infinity, -Infinity];
  for (let block = 0; block < count; block++) {
    const start = count === 1 ? 0 : Math.floor((block * (data.length - length)) / (count - 1));
    const part = data.subarray(start, start + length);
    const [low, high] = part instanceof Float64Array ? extent64(part) : extent32(part);
    min = Math.min(min, low);
    max = Math.max(max, high);
  }
  return scaleBetween(min, max);
}

/** Whether all values are whole numbers, NaN and infinities aside. */
export function areWhole(data: FloatData): boolean {
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    if (!Number.isInteger(value) && Number.isFinite(value)) return false;
  }
  return true;
}

/** A scale for values between two finite numbers; [0, 1] without such values (min > max). */
export function scaleBetween(min: number, max: number): Scale {
  if (!(min <= max)) return { kind: 'sequential', min: 0, max: 1 };
  if (min < 0) {
    const bound = niceCeil(Math.max(-min, max));
    return { kind: 'diverging', min: -bound, max: bound };
  }
  if (min > max / 2 && max > min) {
    const step = niceCeil((max - min) / 10);
    return { kind: 'sequential', min: Math.floor(min / step) * step, max: Math.ceil(max / step) * step };
  }
  return { kind: 'sequential', min: 0, max: max === 0 ? 1 : niceCeil(max) };
}

/** The scale of products of values from two scales. */
export function productScale(first: Scale, second: Scale): Scale {
  const bound = largest(first) * largest(second);
  const signed = first.kind === 'diverging' || second.kind === 'diverging';
  return scaleBetween(signed ? -bound : 0, bound);
}

function largest(scale: Scale): number {
  return Math.max(Math.abs(scale.min), Math.abs(scale.max));
}

/** The next number up that reads well as the end of a colour bar. */
function niceCeil(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  if (!(power > 0) || !Number.isFinite(power)) return value;
  const factor = niceFactors.find((candidate) => candidate * power >= value * (1 - 1e-12)) ?? 10;
  return Number((factor * power).toPrecision(12));
}

// Two copies of one loop: a loop that sees both classes of typed array is several times slower.

function extent64(data: Float64Array): Extent {
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    if ((value >= min && value <= max) || !Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

function extent32(data: Float32Array): Extent {
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    if ((value >= min && value <= max) || !Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}
