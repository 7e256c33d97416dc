/** A convolution's gradients of filter and bias, on an engine. It reads the padded planes as the forward pass does, and sums over the output cells. */
import type { NdArray } from '../../array/NdArray';
import type { Geometry } from '../geometry';
import { forEachChunk, planConvolution } from './ConvPlan';
import { numberTypeOf, type Engine } from './Engine';

/** dZ of the output's shape and x of the input's → dW (f_H, f_W, n_C_prev / groups, n_C), db (1, 1, 1, n_C). */
export function filterGradient(
  engine: Engine,
  geometry: Geometry,
  dZ: NdArray,
  x: NdArray,
): { dW: NdArray; db: NdArray } {
  return engine.run(numberTypeOf(dZ, x), (memory) => {
    const plan = planConvolution(geometry);
    const { shape, groupIn, groupOut } = plan;
    const { outChannels, groups, rows, cols } = geometry;
    const wShape = [rows.kernel, cols.kernel, groupIn, outChannels];
    const dW = memory.allocate(rows.kernel * cols.kernel * groupIn * outChannels);
    const db = memory.allocate(outChannels);
    dW.data.fill(0);
    db.data.fill(0);
    const gradient = memory.enter(dZ);
    const input = memory.enter(x);
    forEachChunk(memory, plan, input, (first, part, plane, planeAt) => {
      const gradientAt = first * shape.outStep;
      for (let group = 0; group < groups; group++) {
        const outAt = group * groupOut;
        memory.kernels.filterGradient(
          part,
          plane,
          planeAt + group * groupIn,
          gradient,
          gradientAt + outAt,
          dW,
          outAt,
          outChannels,
        );
      }
      memory.kernels.sumCells(part.count * shape.rows * shape.cols, outChannels, gradient, gradientAt, db);
    });
    return { dW: memory.leave(dW, wShape), db: memory.leave(db, [1, 1, 1, outChannels]) };
  });
}

/** (…, n_C) → (1, 1, 1, n_C): the gradient of a bias. */
export function sumOverCells(engine: Engine, dZ: NdArray): NdArray {
  return engine.run(numberTypeOf(dZ), (memory) => {
    const channels = dZ.shape.at(-1)!;
    const sums = memory.allocate(channels);
    sums.data.fill(0);
    memory.kernels.sumCells(dZ.data.length / Math.max(1, channels), channels, memory.enter(dZ), 0, sums);
    return memory.leave(sums, [1, 1, 1, channels]);
  });
}
