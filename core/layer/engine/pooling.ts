/** Pooling, forward and backward, on an engine. */
import type { NdArray } from '../../array/NdArray';
import { outputShape, type Geometry } from '../geometry';
import { countedTaps } from '../window';
import type { Pool2dOptions } from '../options';
import { numberTypeOf, type Engine } from './Engine';
import type { PoolShape } from './Kernels';

/** The array must fit `geometry`. */
export function poolForward(engine: Engine, geometry: Geometry, x: NdArray, options: Pool2dOptions): NdArray {
  return engine.run(numberTypeOf(x), (memory) => {
    const shape = poolShape(geometry, options);
    const outShape = outputShape(geometry);
    const out = memory.allocate(shape.count * shape.outRows * shape.outCols * shape.channels);
    const input = memory.enter(x);
    if (options.mode === 'max') memory.kernels.maxPool(shape, input, out);
    else memory.kernels.averagePool(shape, input, out);
    return memory.leave(out, outShape);
  });
}

/** The arrays must fit `geometry`. */
export function poolBackward(
  engine: Engine,
  geometry: Geometry,
  dA: NdArray,
  x: NdArray,
  options: Pool2dOptions,
): NdArray {
  return engine.run(numberTypeOf(dA, x), (memory) => {
    const shape = poolShape(geometry, options);
    const dX = memory.allocate(x.data.length);
    const gradient = memory.enter(dA);
    if (options.mode === 'max') {
      memory.kernels.maxPoolGradient(shape, options.ties === 'first', memory.enter(x), gradient, dX);
    } else {
      memory.kernels.averagePoolGradient(shape, gradient, dX);
    }
    return memory.leave(dX, x.shape);
  });
}

/** The sizes and strides of a pooling, as the kernels take them. */
export function poolShape(
  { batch, rows, cols, inChannels }: Geometry,
  { countIncludePad = true }: Pool2dOptions,
): PoolShape {
  return {
    count: batch,
    channels: inChannels,
    inRows: rows.size,
    inCols: cols.size,
    outRows: rows.outSize,
    outCols: cols.outSize,
    kernelRows: rows.kernel,
    kernelCols: cols.kernel,
    strideRow: rows.stride,
    strideCol: cols.stride,
    dilationRow: rows.dilation,
    dilationCol: cols.dilation,
    padTop: rows.padBefore,
    padLeft: cols.padBefore,
    divisorRows: Int32Array.from({ length: rows.outSize }, (_, out) => countedTaps(rows, out, countIncludePad)),
    divisorCols: Int32Array.from({ length: cols.outSize }, (_, out) => countedTaps(cols, out, countIncludePad)),
  };
}
