/** Compares what the text's function returned with what a layer computes. */
import type { NdArray } from '../../../../array/NdArray';
import { tuple4 } from '../../../../tuples';
import { flat, type PyArray } from '../../array/PyArray';
import { permuteAxes, reshapeTo } from '../../array/reshaping';
import type { Context } from '../../runtime/Context';

/** Whether `output`, channels last, is `result` in one of the usual layouts; axes of one element do not matter. */
export function isResult(output: NdArray, result: PyArray, context: Context): boolean {
  const [count, height, width, channels] = tuple4(output.shape);
  if (count * height * width * channels !== result.shape.reduce((product, extent) => product * extent, 1)) return false;
  const shape = result.shape.filter((extent) => extent > 1).join();
  const last = [count, height, width, channels].filter((extent) => extent > 1).join();
  const first = [count, channels, height, width].filter((extent) => extent > 1).join();
  if (shape === last && sameNumbers(output.data, flat(result))) return true;
  if (shape !== first) return false;
  const turned = permuteAxes(reshapeTo(result, [count, channels, height, width], context), [0, 2, 3, 1]);
  return sameNumbers(output.data, flat(turned));
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  let scale = 1e-12;
  for (let i = 0; i < a.length; i++) scale = Math.max(scale, Math.abs(a[i]!));
  const tolerance = (b instanceof Float32Array || a instanceof Float32Array ? 1e-4 : 1e-9) * scale;
  for (let i = 0; i < a.length; i++) if (!(Math.abs(a[i]! - b[i]!) <= tolerance)) return false;
  return true;
}
