/** Colour scales that stay the same over all steps of a layer. */
import type { FloatData } from '../array/NdArray';
import type { Scale } from './Frame';

const niceFactors = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Looking through fewer numbers is not felt. */
const felt = 65_536;

/** The extents of large arrays: a layer is opened anew for every change of an option, on the same arrays. */
const extents = new WeakMap<FloatData, Extent>();

type Extent = readonly [min: number, max: number];

/**
 * Covers every finite number of `data`: symmetric about 0 when there is a negative one. Large arrays are looked through once:
 * their numbers must not change.
 */
export function scaleOf(data: FloatData): Scale {
  const known = extents.get(data);
  const extent = known ?? (data instanceof Float64Array ? extent64(data) : extent32(data));
  if (!known && data.length >= felt) extents.set(data, extent);
  return scaleBetween(...extent);
}

/** A scale for values between two finite numbers; [0, 1] when there are none (min > max). */
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
