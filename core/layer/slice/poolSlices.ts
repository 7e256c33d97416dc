/** One plane of a pooling's output or gradient, at the cost of that plane. */
import { type NdArray } from '../../array/NdArray';
import { requireFilled, requireGradient } from '../arrays';
import { poolForward, poolShape } from '../engine/pooling';
import { outputShape, pool2dGeometry, type Geometry } from '../geometry';
import type { PoolShape } from '../engine/Kernels';
import type { Pool2dOptions } from '../options';
import { averagePoolGradient, maxPoolGradient } from '../typescript/pool64';
import { typescriptEngine } from '../typescript/typescriptEngine';
import type { GrowingPlane } from './convGradientSlices';
import { examplePart, requirePlane, type PlaneIndex } from './planes';

/** A[example, :, :, channel] as out_H × out_W float64 numbers; the arguments are those of `pool2d`. Throws a LensError. */
export function pool2dSlice(x: NdArray, options: Pool2dOptions, plane: PlaneIndex): Float64Array {
  requireFilled('input', x);
  const geometry = pool2dGeometry(x.shape, options);
  requirePlane(plane, geometry.batch, geometry.inChannels);
  const part = examplePart(x, plane.example, plane.channel, 1);
  return poolForward(typescriptEngine, onePlane(geometry), part, options).data as Float64Array;
}

/** dA_prev[example, :, :, channel] as n_H × n_W numbers, after all or the first `cells` output cells. Throws a LensError. */
export function pool2dGradientSlice(
  dA: NdArray,
  x: NdArray,
  options: Pool2dOptions,
  slice: GrowingPlane,
): Float64Array {
  requireFilled('input', x);
  const geometry = pool2dGeometry(x.shape, options);
  requireGradient(dA, outputShape(geometry));
  requirePlane(slice, geometry.batch, geometry.inChannels);
  const { rows, cols, outChannels } = geometry;
  const input = examplePart(x, slice.example, slice.channel, 1).data as Float64Array;
  const gradient = examplePart(dA, slice.example, slice.channel, 1).data as Float64Array;
  const dX = new Float64Array(rows.size * cols.size);
  const pixels = rows.outSize * cols.outSize;
  const before = Math.floor(((slice.cells ?? Infinity) + outChannels - 1 - slice.channel) / outChannels);
  const end = Math.min(before, pixels);
  const wholeRows = Math.floor(end / cols.outSize);
  const shape = poolShape(onePlane(geometry), options);
  const add = (part: PoolShape, from: number): void => {
    if (options.mode === 'max') maxPoolGradient(part, options.ties === 'first', input, gradient.subarray(from), dX);
    else averagePoolGradient(part, gradient.subarray(from), dX);
  };
  add({ ...shape, outRows: wholeRows }, 0);
  if (wholeRows < rows.outSize) add(partOfRow(shape, wholeRows, end % cols.outSize), wholeRows * cols.outSize);
  return dX;
}

function onePlane(geometry: Geometry): Geometry {
  return { ...geometry, batch: 1, inChannels: 1, outChannels: 1, groups: 1 };
}

/** The first `outCols` windows of output row `row`, which becomes row 0. */
function partOfRow(shape: PoolShape, row: number, outCols: number): PoolShape {
  return {
    ...shape,
    outRows: 1,
    outCols,
    padTop: shape.padTop - row * shape.strideRow,
    divisorRows: shape.divisorRows.subarray(row),
  };
}
