/** ReLU, or its gradient, whose result a text has. */
import type { NdArray } from '../../../array/NdArray';
import { toNhwc } from '../../../layer/layout';
import { relu, reluBackward } from '../../../layer/relu';
import type { Agreeing } from './agreeingLayer';
import { isShown } from './layouts';
import type { WrittenArray } from './layerWords';

/** Names of gradients of a layer's output. */
const GRADIENT = /^(?:d_?(?:z|a|y|out\w*|chain)|d[A-Z]\w*|upstream\w*|\w*grad\w*|deltas?|errors?)\d*$/;

export interface AgreeingRelu {
  readonly layer: Agreeing;
  readonly used: readonly WrittenArray[];
}

export function agreeingRelu(result: WrittenArray, others: readonly WrittenArray[]): AgreeingRelu | undefined {
  // Another place of the result is not one of its inputs.
  const shown = result.array.data.join();
  const given = others.filter(
    ({ array: { data } }) => data.length === result.array.data.length && data.join() !== shown,
  );
  for (const x of given) {
    // Without negative numbers, the result is a copy of its input.
    if (!x.array.data.some((value) => value < 0) || !isShown(relu(x.array), result.array, 'nhwc')) continue;
    // A gradient that is positive where the input is has the same result.
    if (given.some((z) => z !== x && z.array.data.join() !== x.array.data.join() && isMaskedBy(z, x, result))) continue;
    return { layer: { ...layerOf(x.array), operation: 'relu_forward', arrays: { Z: images(x.array) } }, used: [x] };
  }
  const pairs = given.flatMap((x) =>
    given.filter((dA) => dA !== x && isMaskedBy(x, dA, result)).map((dA) => [x, dA] as const),
  );
  // Of two readings, that whose gradient has the name of one.
  const [x, dA] =
    pairs.find(([, { name }]) => name !== undefined && GRADIENT.test(name)) ?? (pairs.length === 1 ? pairs[0]! : []);
  if (!x || !dA) return undefined;
  const arrays = { Z: images(x.array), dA: images(dA.array) };
  return { layer: { ...layerOf(x.array), operation: 'relu_backward', arrays }, used: [x, dA] };
}

function layerOf({ shape }: NdArray): Pick<Agreeing, 'layout'> & { readonly options: Readonly<Record<never, never>> } {
  return { options: {}, layout: isFirst(shape) ? 'nchw' : 'nhwc' };
}

/** Images have fewer channels than rows and columns. */
function isFirst([, a = 1, b = 1, c = 1, ...more]: readonly number[]): boolean {
  return more.length === 0 && Math.min(a, b) <= Math.min(b, c);
}

function images(array: NdArray): NdArray {
  return array.shape.length === 4 && isFirst(array.shape) ? toNhwc(array) : array;
}

/** Whether the result is the gradient where the input is positive, and 0 elsewhere. */
function isMaskedBy(x: WrittenArray, dA: WrittenArray, result: WrittenArray): boolean {
  const own = reluBackward(dA.array, x.array);
  return x.array.data.some((value) => value <= 0) && isShown(own, result.array, 'nhwc');
}
