/** A convolution's output, on an engine: pad a few planes, then one implicit matrix product over them. */
import type { NdArray } from '../../array/NdArray';
import { outputShape, type Geometry } from '../geometry';
import { forEachChunk, planConvolution } from './ConvPlan';
import { numberTypeOf, type Engine } from './Engine';
import { packPanels } from './packPanels';

/** The arrays must fit `geometry`. */
export function convolveForward(
  engine: Engine,
  geometry: Geometry,
  x: NdArray,
  w: NdArray,
  b: NdArray | undefined,
): NdArray {
  return engine.run(numberTypeOf(x, w, b), (memory) => {
    const plan = planConvolution(geometry);
    const { shape, groupIn, groupOut } = plan;
    const { outChannels, groups, rows, cols } = geometry;
    const zShape = outputShape(geometry);
    const z = memory.allocate(geometry.batch * shape.outStep);
    const input = memory.enter(x);
    const weights = memory.enter(w);
    const bias = b && memory.enter(b);
    const panels = Array.from({ length: groups }, (_, group) =>
      packPanels(memory, {
        source: weights,
        taps: [group * groupOut],
        inner: rows.kernel * cols.kernel * groupIn,
        innerStep: outChannels,
        filters: groupOut,
        filterStep: 1,
        bias,
        biasAt: group * groupOut,
      }),
    );
    forEachChunk(memory, plan, input, (first, part, plane, planeAt) => {
      panels.forEach((panel, group) => {
        const outAt = first * shape.outStep + group * groupOut;
        memory.kernels.convolve(part, plane, planeAt + group * groupIn, panel, z, outAt);
      });
    });
    return memory.leave(z, zShape);
  });
}
