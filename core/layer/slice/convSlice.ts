/** One plane of a convolution's output, at the cost of that plane. */
import { type NdArray } from '../../array/NdArray';
import { requireBias, requireFilled } from '../arrays';
import { chooseEngine } from '../chooseEngine';
import { convolveForward } from '../engine/convolveForward';
import type { Engine } from '../engine/Engine';
import { conv2dGeometry, type Geometry } from '../geometry';
import type { Conv2dOptions } from '../options';
import { examplePart, requirePlane, type PlaneIndex } from './planes';

/** Z[example, :, :, channel] as n_H × n_W float64 numbers; the arguments are those of `conv2d`. Throws a LensError. */
export function conv2dSlice(
  x: NdArray,
  w: NdArray,
  b: NdArray | undefined,
  options: Conv2dOptions,
  plane: PlaneIndex,
  engine: Engine = chooseEngine(),
): Float64Array {
  requireFilled('input', x);
  requireFilled('filter', w);
  return convSliceOf(conv2dGeometry(x.shape, w.shape, options), x, w, b, plane, engine);
}

/** The same for arrays that fit a geometry resolved before. */
export function convSliceOf(
  geometry: Geometry,
  x: NdArray,
  w: NdArray,
  b: NdArray | undefined,
  plane: PlaneIndex,
  engine: Engine = chooseEngine(),
): Float64Array {
  requireBias(b, geometry.outChannels);
  requirePlane(plane, geometry.batch, geometry.outChannels);
  const { example, channel } = plane;
  const groupIn = geometry.inChannels / geometry.groups;
  const group = Math.floor(channel / (geometry.outChannels / geometry.groups));
  const bias = b && { shape: [1], data: Float64Array.of(b.data[channel]!) };
  const part = examplePart(x, example, group * groupIn, groupIn);
  const z = convolveForward(engine, oneFilter(geometry), part, filterPart(w, geometry, channel), bias);
  return z.data as Float64Array;
}

/** The layer of one example, one group's input channels and one filter. */
function oneFilter(geometry: Geometry): Geometry {
  return { ...geometry, batch: 1, inChannels: geometry.inChannels / geometry.groups, outChannels: 1, groups: 1 };
}

function filterPart(w: NdArray, { outChannels }: Geometry, channel: number): NdArray {
  const weights = w.data.length / outChannels;
  const data = Float64Array.from({ length: weights }, (_, k) => w.data[k * outChannels + channel]!);
  return { shape: [...w.shape.slice(0, 3), 1], data };
}
