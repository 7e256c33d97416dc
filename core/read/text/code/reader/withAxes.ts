/** An array with its axes in another order. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';

/** `transpose(0, 1)` of PyTorch and candle exchanges two axes. */
function exchanged(rank: number, [a = 0, b = 0]: readonly number[]): number[] {
  const [first, second] = [a < 0 ? rank + a : a, b < 0 ? rank + b : b];
  return Array.from({ length: rank }, (_, axis) => (axis === first ? second : axis === second ? first : axis));
}

/** `given`: the axes of the call. */
export function withAxes(array: NdArray | undefined, given: readonly number[] | undefined): NdArray | undefined {
  const rank = array?.shape.length;
  const axes = rank !== undefined && rank > 2 && given?.length === 2 ? exchanged(rank, given) : given;
  if (!array || axes?.length !== rank || [...axes!].sort().join() !== array.shape.map((_, axis) => axis).join())
    return undefined;
  const shape = axes!.map((axis) => array.shape[axis]!);
  const strides = array.shape.map((_, axis) => sizeOf(array.shape.slice(axis + 1)));
  const data = Float64Array.from({ length: array.data.length }, (_, to) => {
    let rest = to;
    let from = 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += (rest % shape[axis]!) * strides[axes![axis]!]!;
      rest = Math.floor(rest / shape[axis]!);
    }
    return array.data[from]!;
  });
  return { shape, data };
}
